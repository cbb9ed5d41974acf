import * as messages from '#messages/build.ts';
import type { FoldedTexts, HowTo, ReportData } from '../../app/shared/view-data.ts';
import type { PackItem } from '../../core/model/pack.ts';
import type { PracticeQuestion, Signal } from '../../core/model/pack-schema.ts';
import { citationsOf } from '../citations.ts';
import { entryOf, otherVariablesOf } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack, packOutline } from '../pack.ts';
import { language, stringsFor } from '../strings.ts';
import { reportPack } from './compact-pack.ts';

const kb = loadKnowledgeBase();

/** A new object with the same keys; `show` turns each value into what the report shows of it. */
const showEach = <Value, Shown>(values: ReadonlyMap<string, Value>, show: (value: Value) => Shown) =>
  Object.fromEntries([...values].map(([id, value]) => [id, show(value)]));

type PracticeMove = PracticeQuestion['moves']['start'];
const moveText = ({ steps, doneWhen, leads, measure, risk }: PracticeMove) => ({
  steps,
  doneWhen,
  leads,
  measure,
  risk,
});

type ChangedMove = NonNullable<PracticeQuestion['readings'][number]['moves']>['start'];

/** The parts of a move that read differently in a context, without its title and goal, which are in the pack. */
const textReading = (reading: ChangedMove) => {
  const { steps, doneWhen, measure, risk } = reading ?? {};
  return steps || doneWhen || measure || risk ? { steps, doneWhen, measure, risk } : undefined;
};

/** How to make the moves of a practice. Throws for an unknown practice. */
export function howToOf(practiceId: string): HowTo {
  const question = kb.questions.get(practiceId);
  if (!question) throw new Error(messages.noPractice(practiceId));
  const { moves, look, readings, waiting } = question;
  const { template } = entryOf(practiceId);
  return {
    start: moveText(moves.start),
    deepen: moveText(moves.deepen),
    look,
    readings: readings.flatMap(({ when, look: otherLook, moves: changed }) =>
      otherLook || changed
        ? [{ when, look: otherLook, start: textReading(changed?.start), deepen: textReading(changed?.deepen) }]
        : [],
    ),
    ...(template ? { template } : {}),
    ...(waiting ? { waiting: waiting.text, waitingCitations: citationsOf(waiting.claims) } : {}),
  };
}

/** What a report needs at first: neither what its folded parts say nor how to make the moves. */
export const reportData = () => ({
  language,
  outline: packOutline,
  pack: reportPack(),
  strings: stringsFor('assess/report'),
});

/** The summary of a signal in a context; no key if it is the same in all. */
const summariesIn = (readings: Signal['readings']) => {
  const summaries = readings.flatMap(({ when, summary }) => (summary ? [{ when, summary }] : []));
  return summaries.length > 0 ? { readings: summaries } : {};
};

/** Where to look in a context, without what else its reading says. */
const placesIn = (readings: PackItem['readings']) =>
  readings.flatMap(({ when, look }) => (look ? [{ when, look }] : []));

/** What the folded parts of a report say, without how to make the moves. */
export const foldedTexts = (): FoldedTexts => ({
  questions: Object.fromEntries(pack.items.map(({ id, question }) => [id, question])),
  look: Object.fromEntries(
    pack.items.flatMap(({ id, kind, look, readings }) =>
      kind === 'symptom' ? [[id, { look, readings: placesIn(readings) }]] : [],
    ),
  ),
  advice: Object.fromEntries(
    [...kb.questions].map(([id, { claims, variable }]) => [
      id,
      { citations: citationsOf(claims), alsoServes: otherVariablesOf(id, variable) },
    ]),
  ),
  signals: showEach(kb.signals, ({ summary, readings, cost, claims }) => ({
    summary,
    ...summariesIn(readings),
    cost,
    citations: citationsOf(claims),
  })),
  tensions: showEach(kb.tensions, ({ summary, question, claims }) => ({
    summary,
    question,
    citations: citationsOf(claims),
  })),
});

/** Everything that a report needs, with how to make every move: for pages written at build time. */
export function fullReportData(): ReportData {
  const texts = foldedTexts();
  const advice = Object.entries(texts.advice).map(([id, text]) => [id, { ...text, how: howToOf(id) }]);
  return { ...reportData(), ...texts, advice: Object.fromEntries(advice) };
}
