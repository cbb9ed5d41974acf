import * as messages from '#messages/build.ts';
import type { Question, QuestionnaireData, RationaleData } from '../../app/shared/view-data.ts';
import { entriesOfQuestion } from '../../core/knowledge/graph.ts';
import { askedAt, type Depth } from '../../core/model/ids.ts';
import type { PracticeQuestion, SymptomQuestion } from '../../core/model/pack-schema.ts';
import { withoutUndefined } from '../../core/model/without-undefined.ts';
import { citationsOf } from '../citations.ts';
import { editionOfQuestion } from '../edition.ts';
import { entryOf, otherVariablesOf } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { estimateTime, pack, packOutline } from '../pack.ts';
import { language, stringsFor } from '../strings.ts';

const kb = loadKnowledgeBase();

function questionFileOf(id: string): PracticeQuestion | SymptomQuestion {
  const question = kb.questions.get(id) ?? kb.symptoms.get(id);
  if (!question) throw new Error(messages.noQuestion(id));
  return question;
}

function questionOf(id: string, kind: Question['kind']): Question {
  const { rev, stage, depth, question, gist, anchors, notApplicable, readings } = questionFileOf(id);
  const questionReadings = readings.flatMap(({ when, question: text }) => (text ? [{ when, question: text }] : []));
  return {
    id,
    rev,
    kind,
    stage,
    depth,
    question,
    gist,
    anchors,
    ...(questionReadings.length > 0 ? { readings: questionReadings } : {}),
    ...(notApplicable ? { notApplicable: { when: notApplicable.when, hint: notApplicable.hint } } : {}),
  };
}

const entriesInformedBy = (symptomId: string): { id: string; title: string }[] =>
  entriesOfQuestion(kb, symptomId).map((id) => ({ id, title: entryOf(id).title }));

/** What of the reasons reads differently in a context; no key if nothing does. */
function rationaleReadings(readings: PracticeQuestion['readings']): Pick<RationaleData, 'readings'> {
  const changedReadings = readings.filter(({ look, goodEnough }) => look ?? goodEnough);
  return changedReadings.length > 0
    ? {
        readings: changedReadings.map(({ when, look, goodEnough }) => ({
          when,
          ...withoutUndefined({ look, goodEnough }),
        })),
      }
    : {};
}

/** Why a question is asked, with its evidence and the entries to read. */
export function rationaleOf(id: string): RationaleData {
  const question = questionFileOf(id);
  const ours = [question.ours, editionOfQuestion(id)].filter(Boolean).join(' ');
  return {
    why: question.why,
    ...(ours ? { ours } : {}),
    citations: citationsOf(question.claims),
    entries: kb.symptoms.has(id) ? entriesInformedBy(id) : [{ id, title: question.title }],
    ...('goodEnough' in question
      ? {
          look: question.look,
          goodEnough: question.goodEnough,
          ...rationaleReadings(question.readings),
          alsoServes: otherVariablesOf(id, question.variable),
        }
      : {}),
  };
}

/** What the questionnaire of a depth needs. */
export function questionnaireData(depth: Depth): QuestionnaireData {
  const items = pack.items.filter(askedAt(depth)).map(({ id, kind }) => questionOf(id, kind));
  return {
    depth,
    language,
    outline: packOutline,
    items,
    stages: pack.stages.filter(({ id }) => items.some(({ stage }) => stage === id)),
    naReasons: pack.naReasons,
    context: depth === 'quick' ? kb.pack.context : [], // only the start page asks for it, and it loads the quick check
    estimates: { quick: estimateTime('quick'), full: estimateTime('full') },
    strings: stringsFor(`assess/${depth}`),
  };
}

/** The same as a file. The full one has every question, so the browser takes those of the outline from it. */
export function questionnaireFile(depth: Depth): object {
  const data = questionnaireData(depth);
  const { items: _, ...outline } = data.outline;
  return depth === 'full' ? { ...data, outline } : data;
}
