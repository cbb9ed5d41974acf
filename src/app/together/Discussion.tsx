import type { Answer } from '../../core/answers/answers.ts';
import { cutAtLimit, fieldLimits, longestText } from '../../core/answers/limits.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import type { MergedItem } from '../../core/assessment/respondents.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { formatFixed } from '../../core/text/numbers.ts';
import { TextField } from '../shared/TextField.tsx';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';

export interface DiscussionProps {
  site: Site;
  pack: Pack;
  item: MergedItem;
  decision: GroupDecision | undefined;
  /** How a respondent is called. */
  personLabel(respondent: number): string;
  decide(decision: GroupDecision): void;
  undecide(item: string): void;
}

type DecidedAnswer = GroupDecision['answer'];
type Responses = MergedItem['dots'];

const isSameAnswer = (a: DecidedAnswer, b: DecidedAnswer | undefined): boolean =>
  a.state === b?.state && ('level' in a && b && 'level' in b ? a.level === b.level : true);

const responsesWith = ({ dots }: MergedItem, state: Answer['state'], level?: number): Responses =>
  dots.filter((response) => response.state === state && (level === undefined || response.level === level));

/** The people who chose an answer, as numbered marks. */
function Choosers({ site, responses }: { site: Site; responses: Responses }) {
  if (responses.length === 0) return null;
  return (
    <span class="speakers">
      <span class="visually-hidden">{site.t('together.chosen-by')} </span>
      {responses.map(({ respondent }) => (
        <span class="person-number" key={respondent}>
          {respondent + 1}{' '}
        </span>
      ))}
    </span>
  );
}

/** Why a question is worth discussing. */
function reasonText({ t }: Site, { conflict, min, max, n, disagreement }: MergedItem): string {
  const spread =
    disagreement === null || min === null || max === null || min === max
      ? ''
      : t('together.apart', { n, range: max - min, by: formatFixed(disagreement, 1) });
  return [conflict ? t('together.conflict') : '', spread].filter(Boolean).join(' ');
}

/** The answers to decide on, each with the people who chose it. */
function Options({ site, pack, item, decision, decide }: DiscussionProps) {
  const { t } = site;
  const question = packIndex(pack).item(item.item);
  const options: { answer: DecidedAnswer; text: string; responses: Responses }[] = [
    ...(question?.anchors ?? []).map((text, level) => ({
      answer: { state: 'level' as const, level },
      text,
      responses: responsesWith(item, 'level', level),
    })),
    { answer: { state: 'dk' }, text: t('side.dk'), responses: responsesWith(item, 'dk') },
    { answer: { state: 'na' }, text: t('side.na'), responses: responsesWith(item, 'na') },
  ];
  return (
    <fieldset>
      <legend>{question?.question}</legend>
      {options.map(({ answer, text, responses }) => (
        <label class="choice" key={text}>
          <input
            type="radio"
            name={`group-${item.item}`}
            checked={isSameAnswer(answer, decision?.answer)}
            onChange={() => decide({ item: item.item, answer, note: decision?.note ?? '' })}
          />
          <span class="text">{text}</span>
          <Choosers site={site} responses={responses} />
        </label>
      ))}
    </fieldset>
  );
}

/** Who did not answer, and how roles differ. */
function Background({ site, item }: DiscussionProps) {
  const { t } = site;
  const silent = responsesWith(item, 'unanswered');
  const roleTexts = item.roles.map(({ role, value, n }) =>
    t('together.role', { role, place: levelLabel(site, value ?? 0), n }),
  );
  return (
    <>
      {silent.length > 0 ? (
        <p class="muted">
          {t('side.chose', {
            name: t('side.unanswered'),
            who: silent.map(({ respondent }) => respondent + 1).join(', '),
          })}
        </p>
      ) : null}
      {roleTexts.length > 0 ? (
        <p class="muted">
          {t('together.roles')} {roleTexts.join(' · ')}
        </p>
      ) : null}
    </>
  );
}

/** The notes of the respondents to one question. */
export function ResponseNotes({
  responses,
  personLabel,
}: { responses: Responses } & Pick<DiscussionProps, 'personLabel'>) {
  const withNote = responses.filter(({ note }) => note);
  if (withNote.length === 0) return null;
  return (
    <dl class="response-notes">
      {withNote.map(({ respondent, note }) => (
        <div key={respondent}>
          <dt dir="auto">{personLabel(respondent)}</dt>
          <dd dir="auto">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The reasons for a decision, and a way to take it back. */
function DecisionNote({
  site: { t },
  title,
  decision,
  decide,
  undecide,
}: Pick<DiscussionProps, 'site' | 'decide' | 'undecide'> & { title: string; decision: GroupDecision }) {
  const cut = cutAtLimit(decision.note.trim());
  return (
    <>
      <TextField
        class="field"
        label={t('together.note')}
        maxLength={fieldLimits.text}
        autocomplete="off"
        value={decision.note}
        onText={(note) => decide({ ...decision, note })}
      />
      {cut ? (
        <p class="notice" role="status">
          {t('together.note-cut', { limit: longestText, tail: cut.tail })}
        </p>
      ) : null}
      <button type="button" class="link" onClick={() => undecide(decision.item)}>
        {t('together.undecide')}
        <span class="visually-hidden">: {title}</span>
      </button>
    </>
  );
}

/** One question to discuss: who answered what, their notes, and what the group decides. */
export function Discussion(props: DiscussionProps) {
  const { site, pack, item, decision, personLabel } = props;
  const question = packIndex(pack).item(item.item);
  if (!question) return null;
  const { title, variable } = question;
  return (
    <li class="discussion" id={`talk-${item.item}`}>
      <h3 tabIndex={-1}>{title}</h3>
      <p class="muted">
        {variable === null ? site.t('side.symptom') : packIndex(pack).variableName(variable)}. {reasonText(site, item)}
      </p>
      <Options {...props} />
      <Background {...props} />
      <ResponseNotes responses={item.dots} personLabel={personLabel} />
      {decision ? <DecisionNote {...props} title={title} decision={decision} /> : null}
    </li>
  );
}
