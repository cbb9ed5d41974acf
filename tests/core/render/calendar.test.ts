import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { foldedTexts, howToOf } from '../../../src/build/page-data/report.ts';
import { showDay, t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { renderCalendar } from '../../../src/core/render/calendar.ts';
import { foldLine } from '../../../src/core/render/fold-line.ts';
import { report } from '../../../src/core/report/report.ts';
import { generateTeam } from '../../support/teams.ts';

// Read back with ical.js, the parser of Thunderbird.
const pack = packOf(loadKnowledgeBase());
const words = { t, day: showDay };
const texts = Object.fromEntries(Object.keys(foldedTexts().advice).map((id) => [id, howToOf(id)]));
const team = generateTeam(pack, 3);
const [first = '', second = '', third = ''] = report(team, pack).moves.map(({ practice }) => practice);

const calendarOf = (extra: Partial<Answers>, stamp?: string) =>
  renderCalendar(report({ ...team, ...extra }, pack), pack, texts, words, stamp);
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
    day: String(event.getFirstPropertyValue('dtstart')),
    title: String(event.getFirstPropertyValue('summary')),
    text: String(event.getFirstPropertyValue('description') ?? ''),
  }));
const decisions: Answers['decisions'] = [
  { practice: first, decision: 'do', owner: 'Ada; Bo, \\ "C"', next: 'One\nline', due: '2027-01-15' },
  { practice: second, decision: 'no', due: '2027-01-16' },
  { practice: third, due: '2028-02-29' },
];

test('a calendar has the due days of moves that are not declined, and the day of the next assessment', () => {
  const events = eventsOf(calendarOf({ system: 'Ads, EU', decisions, review: '2027-06-01' }, '2026-11-28'));
  expect(events.map(({ day }) => day)).toEqual(['2027-01-15', '2028-02-29', '2027-06-01']);
  expect(new Set(events.map(({ stamp }) => stamp))).toEqual(new Set(['2026-11-28T00:00:00Z']));
  expect(events[0]?.text).toContain('One\nline\n');
  expect(events[0]?.text).toContain('Ada; Bo, \\ "C"');
  expect(events[2]?.title).toBe('Assess again: Ads, EU');
});

test('an event keeps its id when its day changes, and differs from those of other systems and moves', () => {
  const idsOf = (system: string, due: string) =>
    eventsOf(
      calendarOf({
        system,
        decisions: [
          { practice: first, due },
          { practice: third, due },
        ],
      }),
    ).map(({ uid }) => uid);
  expect(idsOf('A', '2027-01-01')).toEqual(idsOf('A', '2027-02-01'));
  const all = [...idsOf('A', '2027-01-01'), ...idsOf('B', '2027-01-01')];
  expect(new Set(all).size).toBe(4);
});

test('without a day there is no calendar, and the error says what to do', () => {
  expect(() => calendarOf({})).toThrow('Set one first');
  expect(() => calendarOf({ decisions: [{ practice: first, decision: 'no', due: '2027-01-01' }] })).toThrow(
    'Set one first',
  );
});

test('any text survives a calendar, whose lines have at most 75 bytes and end in CR LF', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (next) => {
      const text = calendarOf({ decisions: [{ practice: first, due: '2027-01-01', next }] });
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const kept = next.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
      expect(eventsOf(text)[0]?.text.startsWith(kept)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('foldLine(line) splits no character', () => {
  const line = `SUMMARY:${'ä€😀'.repeat(40)}`;
  const folded = foldLine(line).split('\r\n');
  expect(folded.length).toBeGreaterThan(3);
  expect(folded.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
});
