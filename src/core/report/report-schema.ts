import { z } from 'zod';
import { signalStatuses } from '../assessment/signal-status.ts';
import { situationIds, stabilityWords } from '../model/ids.ts';
import { depth, stage, variable } from '../model/vocabulary.ts';
import { moveKinds, promisesSchema } from './promises-schema.ts';

// The published schema of the report object. A test checks that report() fits it.
const share = z.number().min(0).max(1);
const maybe = share.nullable();
const level = z.int().min(0).max(4);
const effort = z.enum(['S', 'M', 'L']);
const count = z.int().min(0);

const score = {
  point: maybe.describe('Weighted mean of what is known, 0 to 1; null below the coverage it needs.'),
  low: maybe.describe('Low end of the band: everything unknown at the bottom, or lower as answers may be off.'),
  high: maybe.describe('High end of the band: everything unknown at the top, or higher as answers may be off.'),
  coverage: maybe.describe('Known share of the applicable weight; null where nothing applies.'),
  known: count,
  applicable: count,
};

const change = {
  change: z.enum(['higher', 'lower', 'no-clear-change', 'nothing-in-common']),
  known: count.describe('Practices with a level in both.'),
  sum: z.int().describe('Levels gained minus levels lost over them.'),
  threshold: z.number().min(0).describe('A change is clear beyond this sum, up or down.'),
  before: maybe,
  now: maybe,
};

/** The report object, as `trivium score` prints it. */
export const reportSchema = z
  .strictObject({
    format: z.literal('trivium-report'),
    version: z.literal(2),
    pack: z.strictObject({ id: z.string(), version: z.string(), fingerprint: z.string() }),
    system: z.string(),
    date: z.string().nullable(),
    depth,
    respondent: z.looseObject({}).nullable(),
    context: z.looseObject({}),
    review: z.string().nullable(),
    stakes: z.string().nullable().describe('What is at stake when the system fails, in the words of the team.'),
    verdict: z.string().describe('The headline of the diagnosis.'),
    diagnosis: z
      .strictObject({
        situation: z.enum(situationIds),
        headline: z.string().describe('One sentence about practice, at most 30 words, without a score.'),
        parts: z.array(
          z.strictObject({
            role: z.enum(['caution', 'agreement', 'holds', 'hurts', 'first', 'unknown', 'change']),
            text: z.string(),
            from: z.array(z.string()).describe('Ids of the questions, signals or Vs that it is based on.'),
            inHeadline: z.boolean().describe('Whether the headline already says it.'),
          }),
        ),
      })
      .describe('What the report says first.'),
    agreement: z
      .strictObject({
        people: z.int().min(2),
        median: z
          .number()
          .min(0)
          .max(4)
          .nullable()
          .describe('Median distance of the answers to a question, in levels.'),
        talkFirst: z
          .array(z.string())
          .describe('Questions to talk about first, the largest distance times weight first.'),
        scoresDropped: z.boolean().describe('Whether personal scores of another version of the pack are ignored.'),
      })
      .nullable()
      .describe('How far several people agree; null if one person answered.'),
    since: z
      .strictObject({
        date: z.string().nullable(),
        total: z.strictObject(change),
        variables: z.array(z.strictObject({ id: variable, ...change })),
        items: z
          .array(z.strictObject({ item: z.string(), variable: variable.nullable(), before: level, now: level }))
          .describe('Practices and symptoms whose level changed.'),
      })
      .nullable()
      .describe('Change since an earlier assessment of the same system; null if none is known.'),
    promises: promisesSchema
      .nullable()
      .describe('What became of the moves that the team had decided to do earlier; null if there were none.'),
    variables: z.array(
      z.strictObject({
        id: variable,
        ...score,
        word: z.string(),
        leaning: z.boolean(),
        except: z.array(z.string()).describe('Safety practices for which the word does not hold.'),
        asked: count,
        total: count,
      }),
    ),
    lowest: z.strictObject({ ids: z.array(variable), firm: z.boolean() }),
    cells: z.array(z.strictObject({ stage, variable, asked: count, ...score })),
    signals: z.array(
      z.strictObject({
        id: z.string(),
        status: z.enum(signalStatuses),
        ...score,
        raisedBy: z.array(z.string()),
        override: z.string().nullable(),
      }),
    ),
    tensions: z.array(
      z.strictObject({
        id: z.string(),
        status: z.enum(['likely', 'possible', 'unlikely', 'not-enough-known']),
        risk: maybe,
      }),
    ),
    findings: z
      .array(z.strictObject({ id: z.string(), item: z.string(), text: z.string() }))
      .describe('Plain facts that follow from the answers.'),
    unexplained: z
      .array(
        z.strictObject({
          symptom: z.string(),
          level,
          practice: z.string().nullable().describe('The weak practice to look at first, if there is one.'),
          look: z.array(z.string()),
          check: z.string().nullable().describe('A check of at most thirty minutes.'),
          text: z.string(),
        }),
      )
      .describe('Trouble that no signal explains.'),
    risks: z.array(z.string()).describe('Ids of the signals to report first.'),
    moves: z.array(
      z.strictObject({
        practice: z.string(),
        kind: z.enum(moveKinds),
        from: level.nullable(),
        to: level.nullable().describe('The same as `reaches`, under its name in version 1.'),
        reaches: level.nullable().describe('The level that a team has once it reaches the goal.'),
        goal: z.string().nullable(),
        target: level,
        targetReason: z.string().nullable(),
        gap: share,
        priority: z.number().min(0),
        effort,
        personWeeks: z.number().min(0).describe('0 for finding out, which takes about an hour.'),
        upkeep: z.number().positive().nullable().describe('Hours a week to keep up the result.'),
        needs: z.array(z.string()),
        neededBy: z.array(z.string()),
        eases: z.array(z.string()),
        impact: z.strictObject({ variable, before: share, after: share }).nullable(),
        firstThreeShare: share,
        stability: z.strictObject({ word: z.enum(stabilityWords), times: count, count }),
        reasons: z.array(z.looseObject({ kind: z.string() })).describe('Why the move has its priority.'),
        steps: z.enum(['start', 'deepen']),
        decision: z.looseObject({ practice: z.string() }).nullable(),
      }),
    ),
    firstMoves: z
      .array(z.string())
      .describe('Practices of the moves for leadership: the first of the plan that the team has not declined.'),
    sheet: z
      .array(
        z.strictObject({
          item: z.string(),
          column: z.union([variable, z.literal('symptoms')]),
          stage,
          state: z.enum(['level', 'dk', 'na', 'unanswered']),
          position: level.nullable().describe('Level of a practice, 4 minus the level of a symptom: trouble is at 0.'),
          isLow: z.boolean(),
          people: z.strictObject({ min: level, max: level }).nullable(),
          before: level.nullable().describe('Position in an earlier assessment, if it differs.'),
          proof: z
            .strictObject({ kind: z.enum(['shown', 'measured']), isOld: z.boolean() })
            .nullable()
            .describe('What the answer rests on; null if it is only claimed.'),
          move: z.strictObject({ place: z.int().min(1), position: level.nullable() }).nullable(),
        }),
      )
      .describe('The practice sheet: every question of this depth, weakest first within its stage and column.'),
    asked: count.describe('Number of questions that this depth asks.'),
    basis: z
      .strictObject({
        known: count.describe('Answers with a level: the sum of the next three.'),
        measured: count,
        shown: count,
        claimed: count.describe('Answers that rest on the word of the team only.'),
        old: count.describe('Measured and shown answers whose evidence is more than a year older than the assessment.'),
      })
      .describe('What the known answers of this depth rest on.'),
    levels: z.record(z.string(), level).describe('The levels that the team answered, by item.'),
    unknown: z.array(z.strictObject({ item: z.string(), state: z.enum(['dk', 'unanswered']) })),
    worthKnowing: z
      .array(
        z.strictObject({
          item: z.string(),
          variable,
          state: z.enum(['dk', 'unanswered']),
          swing: share.describe('Width of the band that this answer alone accounts for.'),
          mayChangeWord: z.boolean(),
        }),
      )
      .describe('The unknown answers that matter most, most important first.'),
    notApplicable: z.array(z.strictObject({ item: z.string(), reason: z.string().nullable() })),
  })
  .describe('A Trivium report: scores of one production ML system with signals and moves. Numbers are unrounded.');
