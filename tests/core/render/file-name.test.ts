import { expect, test } from 'vitest';
import { fileName } from '../../../src/core/render/file-name.ts';
import { hostileTexts } from '../../support/hostile.ts';

test('fileName() has system, date and kind, in any script', () => {
  expect(fileName({ system: 'Parcel times / EU', date: '2026-11-16' }, 'csv', 'moves')).toBe(
    'trivium-parcel-times-eu-2026-11-16-moves.csv',
  );
  expect(fileName({ system: 'Пример 1', date: null }, 'json')).toBe('trivium-пример-1.json');
  expect(fileName({ system: '../..', date: '2026-11-16' }, 'json')).toBe('trivium-assessment-2026-11-16.json');
});

test('fileName() keeps combining marks with their letters, normalised', () => {
  const named = (system: string) => fileName({ system }, 'json');
  expect(named('कर्ज़ मॉडल')).toBe(`trivium-${'कर्ज़-मॉडल'.normalize('NFC')}.json`);
  expect(named('โมเดลเครดิต')).toBe('trivium-โมเดลเครดิต.json');
  expect(named('نَموذج')).toBe('trivium-نَموذج.json');
  expect(named('می\u200cشود')).toBe('trivium-میشود.json');
  expect(named('Cafe\u0301')).toBe(named('Caf\u00e9'));
  expect(named('\u2764\ufe0f')).toBe('trivium-assessment.json');
});

test('fileName() returns a name that Windows, macOS and Linux accept, whatever the name of the system', () => {
  const names = [
    'CON',
    'nul.',
    'a:b*c?',
    'x...',
    '\u202egpj.exe',
    'a\0b',
    'a\nb',
    '~',
    '   ',
    '👍'.repeat(80),
    '𐎠'.repeat(80),
    'मॉ'.repeat(200),
  ];
  for (const system of [...names, ...hostileTexts()]) {
    const name = fileName({ system, date: '2026-11-16' }, 'json', 'set-aside');
    expect(name).toMatch(/^trivium-[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]\.json$/u);
    expect(new TextEncoder().encode(name).length).toBeLessThan(256);
    expect(name.isWellFormed(), name).toBe(true);
  }
  expect(fileName({ system: 'मॉ'.repeat(200) }, 'json')).toMatch(/मॉ\.json$/); // not cut inside a syllable
});
