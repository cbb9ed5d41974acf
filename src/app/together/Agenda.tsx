import type { Answer } from '../../core/answers/answers.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import type { MergedItem } from '../../core/assessment/respondents.ts';
import { itemOf, nameOf, placeText } from '../shared/marks.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';

export interface DiscussionProps {
  site: Site;
  pack: GroupPack;
  item: MergedItem;
  decision: GroupDecision | undefined;
  /** How a person is named beside their number. */
  person(at: number): string;
  decide(decision: GroupDecision): void;
  undecide(item: string): void;
}

type Given = GroupDecision['answer'];
const same = (a: Given, b: Given | undefined) =>
  a.state === b?.state && ('level' in a && b && 'level' in b ? a.level === b.level : true);

/** Who gave an answer, as numbered marks. */
function Who({ site, dots }: { site: Site; dots: MergedItem['dots'] }) {
  return dots.length === 0 ? null : (
    <span class="speakers">
      <span class="visually-hidden">{site.t('together.chosen-by')} </span>
      {dots.map(({ respondent }) => (
        <span class="person-number" key={respondent}>
          {respondent + 1}{' '}
        </span>
      ))}
    </span>
  );
}

function why({ t }: Site, { conflict, min, max, n, disagreement }: MergedItem): string {
  const apart =
    disagreement === null || min === null || max === null || min === max
      ? ''
      : t('together.apart', { n, range: max - min, by: disagreement.toFixed(1) });
  return [conflict ? t('together.conflict') : '', apart].filter(Boolean).join(' ');
}

/** One question to talk about: who answered what, their notes, and what the group decides. */
export function Discussion({ site, pack, item, decision, person, decide, undecide }: DiscussionProps) {
  const { t } = site;
  const question = itemOf(pack, item.item);
  if (!question) return null;
  const given = (answer: Answer['state'], level?: number) =>
    item.dots.filter((dot) => dot.state === answer && (level === undefined || dot.level === level));
  const options: { answer: Given; text: string; dots: MergedItem['dots'] }[] = [
    ...question.anchors.map((text, level) => ({
      answer: { state: 'level' as const, level },
      text,
      dots: given('level', level),
    })),
    { answer: { state: 'dk' }, text: t('side.dk'), dots: given('dk') },
    { answer: { state: 'na' }, text: t('side.na'), dots: given('na') },
  ];
  const notes = item.dots.filter(({ note }) => note);
  const silent = given('unanswered');
  const note = decision?.note ?? '';
  return (
    <li class="talk" id={`talk-${item.item}`}>
      <h3 tabIndex={-1}>{question.title}</h3>
      <p class="muted">
        {question.variable === null ? t('side.symptom') : nameOf(pack, question.variable)}. {why(site, item)}
      </p>
      <fieldset>
        <legend>{question.question}</legend>
        {options.map(({ answer, text, dots }) => (
          <label class="choice" key={text}>
            <input
              type="radio"
              name={`group-${item.item}`}
              checked={same(answer, decision?.answer)}
              onChange={() => decide({ item: item.item, answer, note })}
            />
            <span class="text">{text}</span>
            <Who site={site} dots={dots} />
          </label>
        ))}
      </fieldset>
      {silent.length > 0 ? (
        <p class="muted">
          {t('side.chose', {
            name: t('side.unanswered'),
            who: silent.map(({ respondent }) => respondent + 1).join(', '),
          })}
        </p>
      ) : null}
      {item.roles.length > 0 ? (
        <p class="muted">
          {t('together.roles')}{' '}
          {item.roles
            .map(({ role, value, n }) => t('together.role', { role, place: placeText(site, value ?? 0), n }))
            .join(' · ')}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <dl class="notes">
          {notes.map((dot) => (
            <div key={dot.respondent}>
              <dt>{person(dot.respondent)}</dt>
              <dd>{dot.note}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {decision ? (
        <>
          <label class="field">
            {t('together.note')}
            <input
              type="text"
              maxLength={2000}
              autocomplete="off"
              value={note}
              onInput={(event) => decide({ ...decision, note: event.currentTarget.value })}
            />
          </label>
          <button type="button" class="link" onClick={() => undecide(item.item)}>
            {t('together.undecide')}
            <span class="visually-hidden">: {question.title}</span>
          </button>
        </>
      ) : null}
    </li>
  );
}
