import type { HowTo, ReportData } from '../../app/shared/view-data.ts';
import { citationOf } from '../citations.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { packOutline } from '../pack.ts';
import { language, stringsFor } from '../strings.ts';
import { compactPack } from './compact-pack.ts';

const kb = loadKnowledgeBase();

/** A new object with the same keys; `show` turns each value into what the report shows of it. */
const showEach = <Value, Shown>(values: ReadonlyMap<string, Value>, show: (value: Value) => Shown) =>
  Object.fromEntries([...values].map(([id, value]) => [id, show(value)]));

/** How the move of a practice is made. Throws for an unknown practice. */
export function howToOf(practiceId: string): HowTo {
  const move = kb.questions.get(practiceId)?.move;
  if (!move) throw new Error(`There is no practice "${practiceId}".`);
  const { start, deepen, doneWhen, risk, waiting } = move;
  return { start, deepen, doneWhen, risk, waiting: waiting.text, waitingCitations: waiting.claims.map(citationOf) };
}

/** What the report needs, without how moves are made. */
export const reportData = (): ReportData => ({
  language,
  outline: packOutline,
  pack: compactPack(),
  advice: showEach(kb.questions, ({ move: { title, leads, measure }, claims }) => ({
    title,
    leads,
    measure,
    citations: claims.map(citationOf),
  })),
  signals: showEach(kb.signals, ({ summary, check, cost, claims }) => ({
    summary,
    check,
    cost,
    citations: claims.map(citationOf),
  })),
  tensions: showEach(kb.tensions, ({ summary, question, claims }) => ({
    summary,
    question,
    citations: claims.map(citationOf),
  })),
  strings: stringsFor('assess/report'),
});

/** What the report needs, with how every move is made: for pages written at build time. */
export function fullReportData(): ReportData {
  const data = reportData();
  const advice = Object.entries(data.advice).map(([id, text]) => [id, { ...text, how: howToOf(id) }]);
  return { ...data, advice: Object.fromEntries(advice) };
}
