import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { id, text, words } from './vocabulary.ts';

// content/assessment/look/*.yaml: what `trivium look` looks for in a repository.

/** Maximum number of parts of a pattern that repeat without a limit. Bounds what a line can cost. */
const mostRepeats = 3;

/** Removes escapes and the content of classes, so that what remains are groups and repeats. */
const skeletonOf = (pattern: string): string => pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');

/** Whether a group that repeats without a limit holds such a repeat, so that the cost may grow exponentially. */
export function nestsRepeats(pattern: string): boolean {
  let skeleton = skeletonOf(pattern);
  for (let before = ''; before !== skeleton; ) {
    before = skeleton;
    if (/\((?:[^()]*[^()\\](?:[*+]|\{\d+,\})[^()]*)\)(?:[*+]|\{\d+,?\d*\})/.test(skeleton)) return true;
    skeleton = skeleton.replace(/\(([^()]*)\)/, (_, inner: string) => (/[*+]|\{\d+,\}/.test(inner) ? 'x+' : 'x'));
  }
  return false;
}

/** How many parts of a pattern repeat without a limit; white space has one. */
const countRepeats = (pattern: string): number =>
  skeletonOf(pattern.replaceAll(/\\s[*+]/g, 'x')).match(/[*+]|\{\d+,\}/g)?.length ?? 0;

/** Whether a text is a regular expression. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'gmu') instanceof RegExp;
  } catch {
    return false;
  }
}

const pattern = text
  .refine(isPattern, { error: messages.noPattern, abort: true })
  .refine((source) => !nestsRepeats(source), {
    error: messages.nestedRepeat,
  })
  .refine((source) => countRepeats(source) <= mostRepeats, {
    error: messages.manyRepeats(mostRepeats),
  })
  .refine((source) => !/\\(?:[1-9]|k<)|\(\?<?[!=]/.test(source), {
    error: messages.lookaround,
  });

/** A file of an example. */
const example = z.strictObject({ path: text, text: z.string().default('') });

const answerNumber = z.int().min(1).max(5);

/** Places that rules leave out unless they ask for them. */
const placeIds = ['docs', 'tests', 'examples'] as const;

/** What to look for, what it shows, and which answers it points to. */
export const lookRule = z
  .strictObject({
    id,
    /** The question that it is about. */
    item: id,
    /** Paths of files, as globs. */
    files: z.array(text).min(1),
    /** Paths that it leaves out. */
    except: z.array(text).default([]),
    /** Places that it looks into besides the code itself. */
    within: z.array(z.enum(placeIds)).default([]),
    /** What one line of the file has to have. Comments do not count. */
    pattern: pattern.optional(),
    /** What other lines of the file have to have, too. */
    also: z.union([pattern, z.array(pattern)]).optional(),
    /** What no line of the file may have. */
    never: pattern.optional(),
    /**
     * Whether what the pattern finds in code may stand within quotes; otherwise a text that only names it is passed
     * over.
     */
    quoted: z.boolean().default(false),
    /** What the line that was found, or the value at `key`, may not have; then the next one counts. */
    unless: pattern.optional(),
    /**
     * A path in YAML, JSON or TOML: keys between dots, `*` for any key or entry, `{a|b}` for either, `**` for any
     * number of them.
     */
    key: text.optional(),
    /** What the value at `key` has to be; without it, any value will do. */
    value: pattern.optional(),
    /** The package that this is about. Its own repository is left out, and so are adapters that offer it to others. */
    tool: z.union([text, z.array(text)]).optional(),
    /** What that shows, and no more. */
    says: words(22).refine((says) => says.endsWith('.'), { error: messages.noFullStop }),
    /** The first and the last answer that it points to, counted from 1. */
    points: z.tuple([answerNumber, answerNumber]).refine(([first, last]) => first <= last, {
      error: messages.answersSwapped,
    }),
    /** Whether it is trouble in itself, whatever else there is. Only such a rule may point to nothing but the lowest. */
    trouble: z.boolean().default(false),
    matches: z.array(example).min(1),
    not: z.array(example).min(1),
  })
  .refine((rule) => rule.value === undefined || rule.key !== undefined, {
    error: messages.valueWithoutKey,
  });

/** content/assessment/look/<topic>.yaml. */
export const lookFile = z.strictObject({ rules: z.array(lookRule).min(1) });

/** Something to look for in a repository. */
export type LookRule = z.output<typeof lookRule>;
/** A part of a repository that rules leave out unless they ask for it. */
export type PlaceId = (typeof placeIds)[number];
