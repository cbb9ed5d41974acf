import type { ComponentChild } from 'preact';
import type { Answer, Answers } from '../../../core/answers/answers.ts';
import { sayOf } from '../../../core/assessment/readings.ts';
import { type ContextField, contextValues } from '../../../core/model/ids.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { isolate } from '../../../core/text/isolate.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';

const contextFields = Object.keys(contextValues) as ContextField[];

interface Props {
  site: Site;
  data: ReportData;
  /** The contents of the link, after `redact`. */
  contents: Answers;
}

/** What a level of a question says; the level itself for a question that the pack does not know. */
function sayIn({ data, contents }: Props, id: string, level: number): string {
  const item = packIndex(data.pack).item(id);
  return item ? sayOf(item, level, contents.context) : String(level);
}

/** An answer in the words of the pack. */
function answerWords(props: Props, answer: Answer): string {
  const { data, site } = props;
  const { t } = site;
  if (answer.state === 'level') return sayIn(props, answer.item, answer.level);
  if (answer.state !== 'na') return t(`share.holds-${answer.state}`);
  const label = answer.reason && packIndex(data.pack).naReason(answer.reason);
  return `${t('share.holds-na')} (${label ?? t('share.holds-no-reason')})`;
}

function Texts({ list }: { list: readonly (readonly [string, string])[] }) {
  return (
    <ul>
      {list.map(([title, text]) => (
        <li key={title}>
          {title}: {text}
        </li>
      ))}
    </ul>
  );
}

/** What a link may contain, in the order shown. */
const rowKeys = [
  'system',
  'role',
  'person',
  'date',
  'answers',
  'context',
  'targets',
  'boundary',
  'last-change',
  'stakes',
  'group',
  'notes',
  'confidence',
  'evidence',
  'decisions',
  'overrides',
  'review',
] as const;
type Rows = Partial<Record<(typeof rowKeys)[number], ComponentChild>>;
type TitledText = readonly [title: string, text: string];

const textList = (list: readonly TitledText[]): ComponentChild => (list.length > 0 ? <Texts list={list} /> : undefined);
const joined = (...parts: (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? isolate(part) : [])).join(', ');

/** The number of answers in the link, and each of them on demand. */
function AnswerCount(props: Props) {
  const { site, data, contents } = props;
  const { t } = site;
  const count = contents.answers.filter(({ state }) => state !== 'unanswered').length;
  return (
    <>
      {t('share.holds-answer-count', { count, total: data.pack.items.length })}
      <details>
        <summary>{t('share.holds-every')}</summary>
        <Texts
          list={contents.answers.map((answer) => [packIndex(data.pack).title(answer.item), answerWords(props, answer)])}
        />
      </details>
    </>
  );
}

/** What the link reveals about the system and its respondents. */
function systemRows({ site: { t, language }, contents }: Props): Rows {
  const facts = contextFields.flatMap((field) => {
    const value = contents.context[field];
    return value === undefined ? [] : t(`share.context-${field}-${value}`);
  });
  return {
    system: nameOf(contents.system) || undefined,
    role: nameOf(contents.respondent?.role) || undefined,
    person: nameOf(contents.respondent?.name) || undefined,
    date: contents.date && formatDate(contents.date, language),
    context: facts.join('; ') || undefined,
    boundary: contents.scope?.boundary,
    'last-change': contents.scope?.lastChange,
    stakes: contents.stakes,
    group: contents.group && t('share.holds-people', { people: contents.group.people }),
  };
}

/** What the link reveals about the answers: their evidence and confidence. */
function answerRows(props: Props): Rows {
  const { site, data, contents } = props;
  const { t, language } = site;
  const { title } = packIndex(data.pack);
  const notes = contents.answers.flatMap(({ item, note }): TitledText[] => (note ? [[title(item), note]] : []));
  const confidences = contents.answers.flatMap(({ item, confidence }): TitledText[] =>
    confidence ? [[title(item), t(`share.confidence-${confidence}`)]] : [],
  );
  const evidences = contents.answers.flatMap(({ item, evidence }): TitledText[] =>
    evidence
      ? [
          [
            title(item),
            joined(
              t(`print.backed-${evidence.kind}`),
              evidence.url,
              evidence.date && formatDate(evidence.date, language),
            ),
          ],
        ]
      : [],
  );
  return {
    answers: <AnswerCount key="answers" {...props} />,
    notes: textList(notes),
    confidence: textList(confidences),
    evidence: textList(evidences),
  };
}

/** What the link reveals about the team's decisions. */
function planRows(props: Props): Rows {
  const { site, data, contents } = props;
  const { t, language } = site;
  const { title, signalTitle } = packIndex(data.pack);
  const targets = contents.targets.map(
    ({ item, level, reason }): TitledText => [title(item), joined(sayIn(props, item, level), reason)],
  );
  const decisions = contents.decisions.map(
    ({ practice, decision, owner, due, next, reason }): TitledText => [
      title(practice),
      joined(decision && t(`report.decide-${decision}`), owner, due && formatDate(due, language), next, reason),
    ],
  );
  const overrides = contents.overrides.map(({ signal, reason }): TitledText => [signalTitle(signal), reason]);
  return {
    targets: textList(targets),
    decisions: textList(decisions),
    overrides: textList(overrides),
    review: contents.review && formatDate(contents.review, language),
  };
}

/** Everything in a link, item by item. What is not listed is not in it. */
export function LinkContents(props: Props) {
  const { t } = props.site;
  const rows: Rows = { ...systemRows(props), ...answerRows(props), ...planRows(props) };
  return (
    <dl class="link-contents">
      {rowKeys.map((key) => (
        <div key={key}>
          <dt>{t(`share.holds-${key}`)}</dt>
          <dd>{rows[key] ? <bdi>{rows[key]}</bdi> : <span class="muted">{t('share.holds-none')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
