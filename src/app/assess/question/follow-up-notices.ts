import { type ComponentChild, h } from 'preact';
import { isPastDay } from '../../../core/answers/answers.ts';
import { askedAgain } from '../../../core/answers/asked-again.ts';
import { promiseFacts } from '../../../core/render/promise-facts.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { Question } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';

/**
 * Why a follow-up asks a question: what was promised about it or, until it is answered, that a promise was to ease it. Null
 * if it does not ask it.
 */
export function askedAgainNotice({ session, site }: ScreenContext, { id, kind }: Question): ComponentChild {
  const { t, language } = site;
  const { answers } = session.draft;
  if (!askedAgain(answers)?.includes(id)) return null;
  const promise = answers.previous?.decisions?.find(({ practice }) => practice === id);
  if (!promise) {
    // Once answered, it cannot be told from one that was carried over and changed.
    const isOpenSymptom = kind === 'symptom' && !session.answers.has(id);
    return isOpenSymptom ? h('p', { class: 'asked-again' }, t('promises.asked-symptom')) : null;
  }
  const { owner = null, due = null } = promise;
  const isOverdue = isPastDay(due, answers.date);
  const facts = promiseFacts({ owner, due, isOverdue }, { t, day: (date) => formatDate(date, language) });
  return h('p', { class: 'asked-again' }, t('promises.asked-again', { facts }));
}

/** At the top of the check page of a follow-up: what it asks, and a button to show all answers; null elsewhere. */
export function followUpNotice({ session, site, state, update }: ScreenContext): ComponentChild {
  const { t } = site;
  const askedIds = askedAgain(session.draft.answers);
  if (!askedIds) return null;
  const toggle = () =>
    update(() => {
      state.showsCarried = !state.showsCarried;
    }, '[data-act=show-carried]');
  const label = t(state.showsCarried ? 'promises.show-asked' : 'promises.show-all');
  return h('section', { class: 'follow-up' }, [
    h('h2', null, t('promises.follow-up')),
    h('p', null, t('promises.follow-up-more', { count: askedIds.length })),
    h('button', { type: 'button', class: 'secondary', 'data-act': 'show-carried', onClick: toggle }, label),
  ]);
}

/** In the row of an answer that was carried over: since when it stands; null in other rows. */
export function carriedNotice({ session, site }: ScreenContext, { id }: Question): ComponentChild {
  const { carried } = session.answerOf(id) ?? {};
  if (!carried) return null;
  const { date } = carried;
  const text = date
    ? site.t('promises.carried-from', { date: formatDate(date, site.language) })
    : site.t('promises.carried-undated');
  return h('p', { class: 'muted' }, text);
}
