import type { ComponentChild } from 'preact';
import type { Answer, Answers } from '../../core/answers/answers.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { ReportData, Site } from '../shared/view-data.ts';

interface Props {
  site: Site;
  data: ReportData;
  /** What the link tells, as `revealed` gives it. */
  told: Answers;
}

/** An answer in the words of the pack. */
function answerWords({ site, data }: Props, answer: Answer): string {
  const { t } = site;
  if (answer.state === 'level')
    return data.pack.items.find(({ id }) => id === answer.item)?.anchors[answer.level] ?? String(answer.level);
  if (answer.state !== 'na') return t(`share.holds-${answer.state}`);
  const label = data.pack.naReasons.find(({ id }) => id === answer.reason)?.label ?? answer.reason;
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

/** Everything that a link holds, item by item: what is not listed here is not in it. */
export function LinkContents(props: Props) {
  const { site, data, told } = props;
  const { t, language } = site;
  const titleOf = (id: string) => data.pack.items.find((item) => item.id === id)?.title ?? id;
  const signalOf = (id: string) => data.pack.signals.find((signal) => signal.id === id)?.title ?? id;
  const dated = (date: string | undefined) => (date === undefined ? undefined : formatDate(date, language));
  const words = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');
  const texts = (list: readonly (readonly [string, string])[]) => (list.length > 0 ? <Texts list={list} /> : undefined);
  const { respondent, scope, answers } = told;
  const facts = Object.entries(told.context).map(([field, value]) =>
    t(`share.context-${field as keyof Answers['context'] & string}`, { value: String(value) }),
  );
  const rows: [string, ComponentChild][] = [
    [t('share.holds-system'), told.system || undefined],
    [t('share.holds-role'), respondent?.role],
    [t('share.holds-person'), respondent?.name],
    [t('share.holds-date'), dated(told.date)],
    [
      t('share.holds-answers'),
      <>
        {t('share.holds-answer-count', {
          count: answers.filter(({ state }) => state !== 'unanswered').length,
          total: data.pack.items.length,
        })}
        <details>
          <summary>{t('share.holds-every')}</summary>
          <Texts list={answers.map((answer) => [titleOf(answer.item), answerWords(props, answer)])} />
        </details>
      </>,
    ],
    [t('share.holds-context'), facts.join('; ') || undefined],
    [
      t('share.holds-targets'),
      texts(
        told.targets.map(({ item, level, reason }) => [
          titleOf(item),
          words(data.pack.items.find(({ id }) => id === item)?.anchors[level], reason),
        ]),
      ),
    ],
    [t('share.holds-boundary'), scope?.boundary],
    [t('share.holds-last-change'), scope?.lastChange],
    [t('share.holds-notes'), texts(answers.flatMap(({ item, note }) => (note ? [[titleOf(item), note]] : [])))],
    [
      t('share.holds-confidence'),
      texts(
        answers.flatMap(({ item, confidence }) =>
          confidence ? [[titleOf(item), t(`share.confidence-${confidence}`)]] : [],
        ),
      ),
    ],
    [
      t('share.holds-evidence'),
      texts(
        answers.flatMap(({ item, evidence }) =>
          evidence ? [[titleOf(item), words(evidence.kind, evidence.url, dated(evidence.date))]] : [],
        ),
      ),
    ],
    [
      t('share.holds-decisions'),
      texts(
        told.decisions.map(({ practice, decision, owner, due, next, reason }) => [
          titleOf(practice),
          words(decision, owner, dated(due), next, reason),
        ]),
      ),
    ],
    [t('share.holds-overrides'), texts(told.overrides.map(({ signal, reason }) => [signalOf(signal), reason]))],
    [t('share.holds-review'), dated(told.review)],
  ];
  return (
    <dl class="holds">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <span class="muted">{t('share.holds-none')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
