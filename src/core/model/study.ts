import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { basis, id, layer, stage, text, variable, words } from './vocabulary.ts';

/** The 2024 version renamed Validation to Visibility, so its claims may be about that. */
const claimVariable = z.enum([...variable.options, 'visibility']);
const claimBasis = z.enum([...basis.options, 'none']);

const claimKinds = [
  'method',
  'context',
  'definition',
  'finding',
  'practice',
  'rationale',
  'benefit',
  'cause',
  'pain-point',
  'anti-pattern',
  'symptom',
  'consequence',
  'remedy',
  'limitation',
  'counter-view',
  'example',
  'takeaway',
  'opportunity',
] as const;

/** One statement of the study in our words, with exactly the participants that the study names for it. */
export const claim = z
  .strictObject({
    id,
    kind: z.enum(claimKinds),
    statement: text,
    /** P1 to P19; P9 does not exist. */
    participants: z.array(text),
    attribution: z.enum(['list', 'prose', 'quote', 'list+quote', 'aggregate', 'authors']),
    variables: z.array(claimVariable),
    variablesBasis: claimBasis,
    relation: z.enum(['none', 'tension', 'synergy']),
    relationBasis: claimBasis,
    stages: z.array(stage),
    layers: z.array(layer),
    /** Figures; always shown with the participants who gave them. */
    figures: z.array(text),
  })
  .refine((value) => value.relation === 'none' || value.variables.length >= 2, {
    path: ['variables'],
    error: messages.relationWithoutVariables,
  })
  .refine((value) => (value.relation === 'none') === (value.relationBasis === 'none'), {
    path: ['relationBasis'],
    error: messages.relationBasis,
  })
  .refine((value) => (value.variables.length === 0) === (value.variablesBasis === 'none'), {
    path: ['variablesBasis'],
    error: messages.variablesBasis,
  })
  .refine((value) => !value.attribution.startsWith('list') || value.participants.length > 0, {
    path: ['participants'],
    error: messages.listWithoutParticipants,
  });

/** The claims of one section of one version. */
export const claimFile = z.strictObject({
  source: z.enum(['2022', '2024']),
  section: text,
  claims: z.array(claim).min(1),
});

export const participant = z.strictObject({
  id: z.string().regex(/^P([1-8]|1[0-9])$/, messages.participants),
  /** The code in the 2024 version. We matched the two codes. */
  code2024: text,
  recruitmentRound: z.int().min(1).max(6),
  role: z.enum(['MLE', 'MLE manager']),
  companySize: z.enum(['small', 'medium', 'large']),
  application: text,
  yearsOfExperience: z.enum(['5-10', '10-15']),
  site: z.enum(['US-West', 'US-East', 'Intl']),
  highlightCodes: z.array(text),
  mentions2022: z.int().min(0),
  codedSegments2024: z.int().min(0).nullable(),
});
/** content/study/participants.yaml: the interviewees. */
export const participantFile = z.strictObject({ participants: z.array(participant).min(1) });

export const work = z.strictObject({
  key: id,
  title: text,
  authors: text,
  /** Null if our copy does not give one. */
  year: z.int().nullable(),
  venue: text,
  id: text,
  /** How we checked the identifier. */
  check: text,
  relevance: text,
  relatedEntries: text,
});
/** content/study/literature.yaml: related works. */
export const literatureFile = z.strictObject({ literature: z.array(work).min(1) });

/** The ML Test Score: its rule, bands and tests. */
export const mlTestScoreFile = z.strictObject({
  rule: text,
  bands: z.array(z.strictObject({ range: text, reading: text })),
  tests: z.array(
    z.strictObject({ id: text, section: z.enum(['data', 'model', 'infrastructure', 'monitoring']), test: text }),
  ),
});
/** The SE4ML practices. */
export const se4mlFile = z.strictObject({
  practices: z.array(z.strictObject({ id: text, category: text, practice: text })),
});
/** How our practices relate to those of other frameworks. */
export const crosswalkFile = z.strictObject({
  crosswalk: z.array(
    z.strictObject({
      practice: id,
      statement: text,
      variable,
      stages: z.array(stage).min(1),
      claims: z.array(id).min(1),
      mlTestScore: z.array(text),
      se4ml: z.array(text),
      google: z.string(),
      microsoft: z.string(),
      dora: z.string(),
    }),
  ),
});

/** The front matter of a page about the study itself. */
export const studyPageData = z.strictObject({ title: words(8), description: words(35) });

const bugClasses = ['shared', 'bespoke', 'leakage', 'unnatural-drift', 'natural-drift', 'process'] as const;

/** The bugs of the study, each from its symptom to its cause. */
export const bugFile = z.strictObject({
  bugs: z.array(
    z.strictObject({
      id,
      /** What an engineer sees first. Our words, unless the claim says it. */
      see: words(25),
      cause: words(25),
      class: z.enum(bugClasses),
      /** A check that takes a few minutes. Ours. */
      check: words(30),
      claims: z.array(id).min(1),
      entries: z.array(id).min(1).max(3),
    }),
  ),
});

/** What to do in the first minutes after a live model has become worse. */
export const firstMinutesFile = z.strictObject({
  lead: words(45),
  /** Words that people use to search for the list. */
  asked: z.array(words(6)).min(1),
  steps: z
    .array(
      z.strictObject({
        title: words(8),
        minutes: text,
        do: words(45),
        /** What to do besides with a hosted or adapted language model. */
        hosted: words(32).optional(),
        why: words(30),
        /** Empty if the reason is our advice. */
        claims: z.array(id),
        entries: z.array(id).min(1).max(3),
      }),
    )
    .min(1),
  after: words(45),
});

export type Bug = z.output<typeof bugFile>['bugs'][number];
export type FirstMinutes = z.output<typeof firstMinutesFile>;
export type MlTestScore = z.output<typeof mlTestScoreFile>;
export type Se4mlPractice = z.output<typeof se4mlFile>['practices'][number];
/** A page about the study itself. */
export interface StudyPage extends z.output<typeof studyPageData> {
  id: string;
  body: string;
}
/** A claim, with the version and the section of the study that it comes from. */
export type Claim = z.output<typeof claim> & { source: '2022' | '2024'; section: string };
export type Participant = z.output<typeof participant>;
export type Work = z.output<typeof work>;
export type Crosswalk = z.output<typeof crosswalkFile>['crosswalk'][number];
