import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';

/** An assessment with a value in every field of the file format. `text` makes the texts. */
export function fullAnswers(pack: PackOutline, text: (name: string) => string = (name) => name): Answers {
  const [first, second, third, fourth] = pack.items.filter(({ kind }) => kind === 'practice');
  const [signal] = pack.signals;
  if (!first || !second || !third || !fourth || !signal) throw new Error('The pack is too small.');
  const date = '2026-11-23';
  const notes = (name: string) => ({
    note: text(`${name} note`),
    evidence: { kind: 'shown' as const, url: text(`${name} url`), date },
    confidence: 'sure' as const,
    at: '2026-11-23T10:00:00.000Z',
  });
  const level = ({ id: item, rev }: { id: string; rev: number }, name: string): Answer => ({
    item,
    rev,
    state: 'level',
    level: 2,
    spread: { n: 3, min: 1, max: 4 },
    ...notes(name),
  });
  const { id: item, rev } = second;
  const na = (name: string): Answer => ({ item, rev, state: 'na', reason: text('reason'), ...notes(name) });
  const decision = (practice: string) => ({
    practice,
    decision: 'do' as const,
    owner: text('owner'),
    next: text('next'),
    due: date,
    reason: text('decision reason'),
  });
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system: text('system'),
    date,
    respondent: { role: text('role'), name: text('name') },
    scope: { boundary: text('boundary'), lastChange: text('last change') },
    context: {
      serving: 'online',
      userLabels: 'yes',
      highStakes: 'no',
      models: 'few',
      teamSize: 'small',
      model: 'train',
    },
    stakes: text('stakes'),
    answers: [level(first, 'first'), na('second'), { item: third.id, rev: third.rev, state: 'dk', ...notes('third') }],
    targets: [{ item: first.id, level: 3, reason: text('target reason') }],
    decisions: [decision(first.id), decision(second.id)],
    overrides: [{ signal: signal.id, reason: text('override reason') }],
    reread: [{ item: fourth.id, why: 'reworded', before: level(fourth, 'reread') }],
    previous: {
      date,
      answers: [level(first, 'previous')],
      reread: [{ item: second.id, why: 'split', before: na('former') }],
    },
    setAside: {
      answers: [level(second, 'aside')],
      targets: [{ item: second.id, level: 1, reason: text('aside target') }],
      decisions: [decision(third.id)],
      overrides: [{ signal: signal.id, reason: text('aside override') }],
    },
    sources: [{ name: text('source'), role: text('source role'), date }],
    group: { people: 3, version: pack.version, variables: [{ id: 'velocity', low: 0.1, high: 0.9 }] },
    review: date,
  };
}
