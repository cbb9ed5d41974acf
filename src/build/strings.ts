import * as messages from '#messages/build.ts';
import { language } from '#messages/language.ts';
import { type Direction, directionOf } from '../core/text/direction.ts';
import { formatDate } from '../i18n/dates.ts';
import { type PseudoForm, pseudoForms, pseudoStrings } from '../i18n/pseudo.ts';
import { flatten, pick, type Strings, type Translate, translator } from '../i18n/translate.ts';
import { parseYaml, YamlError } from './parse-yaml.ts';
import { readProjectText } from './source.ts';

export { language };

/** The made-up language to build in instead, from the variable TRIVIUM_PSEUDO; undefined for a real one. */
function pseudoForm(): PseudoForm | undefined {
  const value = process.env['TRIVIUM_PSEUDO'];
  if (!value) return undefined;
  const form = pseudoForms.find((each) => each === value);
  if (!form) throw new Error(messages.noPseudoForm(value, pseudoForms));
  return form;
}
const pseudo = pseudoForm();

/** The direction of the site's language. */
export const direction: Direction = pseudo === 'rtl' ? 'rtl' : directionOf(language);

/** Reads a file of sentences. Throws a sentence about what cannot be read in it. */
function readSentences(file: string): object {
  try {
    return parseYaml(readProjectText(file)) as object;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new Error(messages.sentencesNotYaml(language, error.message));
  }
}

const sentences: Strings = flatten(readSentences(`content/ui/${language}.yaml`));
/** Every sentence of the interface. */
const strings: Strings = pseudo ? pseudoStrings(sentences) : sentences;

/** Sentences that every screen of the assessment may show. */
const everyScreen = [
  'site.page-title',
  'evidence.authors',
  'evidence.label',
  'evidence.people*',
  'evidence.claim',
  'report.page-title',
  'report.unnamed',
  'question.saved',
  'question.not-saved',
  'question.in-memory',
  'question.download-now',
];

/** Where the parts of a diagnosis come from. */
const derivations = ['diagnosis.rule-*', 'diagnosis.situation*', 'diagnosis.derivation*'];

/** Labels that folded parts of the report share with its print copy. */
const sharedLabels = ['report.owner', 'report.due', 'report.plan-eases', 'report.find-out', 'report.no-reason'];

/** What only the print copy of the report says. */
const printPatterns = [
  'report.score',
  'report.band',
  'report.word',
  'report.variable',
  'report.known',
  'report.profile-alt*',
  'report.band-range',
  'report.eases',
  'report.waits',
  'report.since-nothing-in-common',
];

/** What only folded parts of the report say. */
const foldedPatterns = [
  ...sharedLabels,
  'report.first',
  'report.first-compare',
  'report.profile-lead',
  'report.profile-quick',
  'report.three-scales',
  'report.sheet-letters',
  'report.plan-*',
  'report.also-serves',
  'report.steps',
  'report.done-when',
  'report.leads',
  'report.waiting',
  'report.goes-wrong',
  'report.stable*',
  'report.trigger*',
  'report.next-step',
  'report.decide',
  'report.decide-open',
  'report.until',
  'report.costs',
  'report.risk',
  'report.kind-*',
  'report.override',
  'report.tension-*',
  'report.worth*',
  'report.practice',
  'report.template',
  'report.means-study',
  'report.method-link',
  'report.made-with',
];

/** Every question, without what is rarely needed and comes with `assess/drafts`. */
const everyQuestion = ['question.*', '!question.description*', 'check.*', '!check.description*'];
const rarelyNeeded = ['check.again*', 'check.former*'];
const withoutRarelyNeeded = rarelyNeeded.map((pattern) => `!${pattern}`);

/** What a follow-up says in addition to its questions. */
const followUp = ['promises.asked-*', 'promises.follow-up*', 'promises.show-*', 'promises.carried-*'];
/** Who promised something, and until when. */
const promiseFacts = ['promises.due', 'promises.was-due', 'promises.no-due'];

/** What a list of parts that could not be read says. */
const lostParts = ['lost.given', 'lost.more', 'lost.download'];

const everyGroup = ['import.*', ...lostParts, 'side.*', 'side-markdown.*', 'report.band-range'];

/**
 * The sentences of each data file, by its address without `.json`, as patterns for `pick`. Descriptions and some titles
 * are left out because only the pages themselves show them.
 */
const patternsByFile = {
  'assess/quick': ['start.*', '!start.description*', ...everyQuestion, ...everyScreen, ...withoutRarelyNeeded],
  'assess/full': [...everyQuestion, ...everyScreen, ...withoutRarelyNeeded],
  'assess/stage': ['stage.*', '!stage.title', 'meeting.*', '!stage.description*', '!meeting.description*'],
  'assess/drafts': [
    'lost.*',
    'report.set-aside*',
    'drafts.*',
    'last-time.*',
    ...rarelyNeeded,
    ...followUp,
    ...promiseFacts,
  ],
  'assess/proposals': ['proposals.*', ...lostParts, 'report.unnamed', 'check.dk', 'check.na*', 'check.not-answered'],
  'assess/share': ['share.*', 'print.backed-*'],
  'assess/promises': ['promises.*', ...followUp.map((pattern) => `!${pattern}`)],
  'assess/open': ['open.*', ...lostParts, '!open.description*', '!open.needs-script*'],
  'assess/report': [
    'report.*',
    '!report.set-aside*',
    '!report.description',
    '!report.needs-script',
    '!report.title',
    'diagnosis.*',
    ...[...derivations, ...foldedPatterns, ...printPatterns].map((pattern) => `!${pattern}`),
    ...everyScreen,
  ],
  'assess/folded': foldedPatterns,
  'assess/workings': ['workings.*', ...derivations],
  'assess/print': ['print.*', 'files.*', 'markdown.*', 'question.dk', 'question.na', ...sharedLabels, ...printPatterns],
  'compare/data': [...everyGroup, 'compare.*'],
  'together/data': [...everyGroup, 'together.*'],
  'teams/data': [
    'teams.*',
    '!teams.schema*',
    '!teams.description*',
    '!teams.title*',
    '!teams.lead*',
    '!teams.private*',
    'import.*',
    '!import.blocked',
    '!teams.made-up-name',
    ...lostParts,
    'report.basis*',
    'report.word-*',
    '!report.word-strong-except',
    'report.status-*',
    'report.sheet-symptoms*',
    'report.cell-not-asked',
    'side.place',
  ],
} satisfies Record<string, readonly string[]>;

/** A file of data that holds sentences. */
export type StringsFile = keyof typeof patternsByFile;

/** The sentences of a data file. */
export const stringsFor = (file: StringsFile): Strings => pick(strings, patternsByFile[file]);

/** The translator of pages that are made at build time. */
export const t: Translate = translator(strings, language);

/** A day as people read it: `23 Nov 2026`. */
export const showDay = (date: string): string => formatDate(date, language);

/** Sentences of the search with their placeholders left in, for scripts to fill; keys without `search.`. */
export const searchTemplates = (keys: readonly string[]): Strings =>
  Object.fromEntries(
    keys.map((key) => [`search.${key}`, t(`search.${key}`, { count: '{count}', terms: '{terms}', query: '{query}' })]),
  );
