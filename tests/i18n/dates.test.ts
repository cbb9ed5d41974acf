import { afterEach, expect, test } from 'vitest';
import { dayOf, formatAge, formatDate, formatMoment, formatTime } from '../../src/i18n/dates.ts';

const zoneOfMachine = process.env['TZ'];
const moveTo = (zone: string | undefined) => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
};
afterEach(() => moveTo(zoneOfMachine));

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Chatham', 'Pacific/Kiritimati', 'UTC'];
const momentIn = (zone: string, moment: string) => {
  moveTo(zone);
  return formatMoment(moment, 'en');
};

test.each(zones)('in %s a stored day is shown as the same day, including leap days and year ends', (zone) => {
  moveTo(zone);
  const days = ['2026-11-23', '2026-09-03', '2028-02-29', '2026-12-31', '2027-01-01', '2026-03-08', '2026-11-01'];
  expect(days.map((day) => formatDate(day, 'en'))).toEqual([
    '23 Nov 2026',
    '3 Sep 2026',
    '29 Feb 2028',
    '31 Dec 2026',
    '1 Jan 2027',
    '8 Mar 2026',
    '1 Nov 2026',
  ]);
  expect(formatDate('2026-11-23', 'de')).toBe('23. Nov. 2026');
});

test.each([
  'soon',
  '',
  '2026-02-29',
  '2026-11-31',
  '2026-13-01',
  '2026-11',
  '2026-11-29T03:30:00Z',
])('formatDate returns %j, which is not a day, unchanged', (text) => expect(formatDate(text, 'en')).toBe(text));

test('a moment is shown with the day and time of the reader', () => {
  expect(zones.map((zone) => momentIn(zone, '2026-11-29T03:30:00.000Z'))).toEqual([
    '28 Nov 2026, 22:30',
    '29 Nov 2026, 04:30',
    '29 Nov 2026, 09:00',
    '29 Nov 2026, 17:15',
    '29 Nov 2026, 17:30',
    '29 Nov 2026, 03:30',
  ]);
});

test('a leap day begins and ends in the time zone of the reader', () => {
  expect(zones.map((zone) => momentIn(zone, '2028-02-29T10:30:00Z'))).toEqual([
    '29 Feb 2028, 05:30',
    '29 Feb 2028, 11:30',
    '29 Feb 2028, 16:00',
    '1 Mar 2028, 00:15',
    '1 Mar 2028, 00:30',
    '29 Feb 2028, 10:30',
  ]);
});

test('the hour skipped in spring and the hour repeated in autumn stay on their days', () => {
  const zone = 'America/New_York';
  const spring = ['2026-03-08T04:59:59Z', '2026-03-08T06:59:00Z', '2026-03-08T07:00:00Z', '2026-03-09T03:59:00Z'];
  expect(spring.map((moment) => momentIn(zone, moment))).toEqual([
    '7 Mar 2026, 23:59',
    '8 Mar 2026, 01:59',
    '8 Mar 2026, 03:00',
    '8 Mar 2026, 23:59',
  ]);
  const autumn = ['2026-11-01T03:59:00Z', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-02T04:59:00Z'];
  expect(autumn.map((moment) => momentIn(zone, moment))).toEqual([
    '31 Oct 2026, 23:59',
    '1 Nov 2026, 01:30',
    '1 Nov 2026, 01:30',
    '1 Nov 2026, 23:59',
  ]);
});

test('formatMoment returns anything but a moment unchanged', () => {
  expect(['soon', '', '2026-11-31T99:00:00Z'].map((text) => formatMoment(text, 'en'))).toEqual([
    'soon',
    '',
    '2026-11-31T99:00:00Z',
  ]);
});

test('dayOf(time) is the local day of the reader, with a four-digit year', () => {
  moveTo('America/New_York');
  expect(dayOf(new Date('2026-01-01T04:59:59Z'))).toBe('2025-12-31');
  expect(dayOf(new Date('2026-01-01T05:00:00Z'))).toBe('2026-01-01');
  expect(dayOf(new Date('0099-06-15T12:00:00Z'))).toBe('0099-06-15');
});

test('formatTime(time) has two digits each for hours and minutes', () => {
  expect(formatTime(new Date(2026, 10, 23, 9, 5))).toBe('09:05');
});

const ageIn = (zone: string, then: string, now: string) => {
  moveTo(zone);
  return formatAge(then, new Date(now), 'en');
};

test('formatAge(then, now) uses the largest unit that fits', () => {
  const age = (then: string) => ageIn('UTC', then, '2026-11-23T12:00:00Z');
  expect(
    ['2026-11-23T11:59:30Z', '2026-11-23T11:15:00Z', '2026-11-23T09:00:00Z', '2026-11-20T09:00:00Z'].map(age),
  ).toEqual(['now', '45 minutes ago', '3 hours ago', '3 days ago']);
  expect(age('2026-11-24T12:00:00Z')).toBe('now'); // the clock was set back
});

test('days are counted by the calendar of the reader', () => {
  const [then, now] = ['2026-11-28T04:00:00Z', '2026-11-30T03:00:00Z']; // 47 hours
  expect(ageIn('UTC', then, now)).toBe('2 days ago');
  expect(ageIn('America/New_York', then, now)).toBe('2 days ago');
  expect(ageIn('Asia/Kolkata', then, now)).toBe('2 days ago');
  expect(ageIn('Pacific/Kiritimati', '2026-11-28T10:30:00Z', '2026-11-30T09:30:00Z')).toBe('yesterday');
});

test('a day of 25 hours counts as one day, and 23 hours overnight do not', () => {
  expect(ageIn('America/New_York', '2026-11-01T04:10:00Z', '2026-11-02T04:50:00Z')).toBe('24 hours ago');
  expect(ageIn('America/New_York', '2026-11-01T04:10:00Z', '2026-11-02T05:10:00Z')).toBe('yesterday');
  expect(ageIn('America/New_York', '2026-03-08T04:30:00Z', '2026-03-09T03:30:00Z')).toBe('23 hours ago');
});
