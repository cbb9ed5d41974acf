import { Fragment } from 'preact';
import { effortText, moveTextOf, moveTitle } from '../../core/render/move-texts.ts';
import type { MoveReason } from '../../core/report/move-reasons.ts';
import type { Move } from '../../core/report/report.ts';
import { joinNames, withoutFullStop } from '../../core/text/format.ts';
import { formatDate } from '../../i18n/dates.ts';
import { Citations } from '../shared/Citations.tsx';
import { entryPath } from '../shared/view-data.ts';
import { type MovesProps, Ownership } from './Ownership.tsx';
import { PlanTable } from './PlanTable.tsx';
import { Explainable, type PartProps, sentenceOf, signalsOf, titleOf, variableNameOf } from './report-parts.tsx';

type Reason<Kind extends MoveReason['kind']> = MoveReason & { kind: Kind };

/** How each kind of reason is worded. */
const reasonTexts: { [Kind in MoveReason['kind']]: (props: PartProps, reason: Reason<Kind>) => string } = {
  unknown: ({ site: { t } }) => t('report.trigger-unknown'),
  gap: ({ site: { t } }, { levels }) =>
    levels === 1 ? t('report.trigger-gap-one') : t('report.trigger-gap', { gap: levels }),
  safety: ({ site: { t } }) => t('report.trigger-safety'),
  lowest: (props, { variable }) => props.site.t('report.trigger-lowest', { variable: variableNameOf(props, variable) }),
  eases: (props, { signals }) => props.site.t('report.trigger-eases', { signals: signalsOf(props, signals) }),
  'needed-by': (props, { practices }) =>
    props.site.t('report.trigger-needed', { practices: practices.map((id) => titleOf(props, id)).join(', ') }),
  target: ({ site: { t } }, { reason }) => t('report.trigger-target', { reason: withoutFullStop(reason) }),
};
const reasonText = (props: PartProps, reason: MoveReason): string => {
  const word: (props: PartProps, reason: never) => string = reasonTexts[reason.kind];
  return word(props, reason as never);
};

function Facts({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const upkeep = move.upkeep === null ? '' : `, ${t('report.upkeep', { hours: move.upkeep })}`;
  const facts = [
    ['effort', `${effortText(t, move)}${upkeep}`],
    ['stable', t(`report.stable-${move.stability.word}`)],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([key, text]) => (
        <div key={key}>
          <dt>{t(`report.${key}`)}</dt>
          <dd>
            {key === 'stable' ? (
              <Explainable
                props={props}
                explained={{ kind: 'move', id: move.practice }}
                text={text}
                of={titleOf(props, move.practice)}
              />
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const how = props.data.advice[move.practice]?.how;
  if (!how) return null;
  const { steps, doneWhen, leads, measure, risk } = moveTextOf(move, how, props.report.context);
  const facts = [
    ['done-when', doneWhen],
    ['leads', leads],
    ['measure', measure],
    ['goes-wrong', risk],
    ['waiting', how.waiting],
  ] as const;
  return (
    <div class="how">
      {move.kind === 'find-out' ? <p>{t('report.find-out')}</p> : null}
      <h4>{t('report.steps')}</h4>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {facts.map(([key, text]) =>
        text ? (
          <p key={key}>
            <em>{t(`report.${key}`)}:</em> {text}
          </p>
        ) : null,
      )}
      {how.template ? (
        <p>
          <em>{t('report.template')}:</em>{' '}
          <a href={props.site.link(`${entryPath(move.practice)}#${how.template.file}`)}>{how.template.title}</a>.{' '}
          {how.template.use}
        </p>
      ) : null}
      {how.waitingCitations ? <Citations citations={how.waitingCitations} site={props.site} /> : null}
    </div>
  );
}

function MoveCard({ props, move }: { props: MovesProps; move: Move }) {
  const { t } = props.site;
  const advice = props.data.advice[move.practice];
  const title = moveTitle(move, props.data.pack, t);
  return (
    <article class="move" id={`move-${move.practice}`}>
      <h3 id={`${move.practice}-move`}>{title}</h3>
      <p class="move-practice muted">
        {t('report.practice')} <a href={props.site.link(entryPath(move.practice))}>{titleOf(props, move.practice)}</a>
      </p>
      <p class="why-this muted">
        {t('report.triggered')}: {move.reasons.map((reason) => reasonText(props, reason)).join('; ')}.
      </p>
      {move.needs.length > 0 ? (
        <p class="first">
          {t('report.prerequisite', { practices: move.needs.map((id) => titleOf(props, id)).join(', ') })}
        </p>
      ) : null}
      {move.from === null || move.goal === null ? null : (
        <dl class="from-to">
          <div>
            <dt>{t('report.now')}</dt>
            <dd>{sentenceOf(props, move.practice, move.from)}</dd>
          </div>
          <div>
            <dt>{t('report.goal')}</dt>
            <dd>
              <strong>{move.goal}</strong>
            </dd>
          </div>
        </dl>
      )}
      <Facts props={props} move={move} />
      <details class="aside">
        <summary>
          {t('report.steps')}, {t('report.done-when').toLowerCase()}, {t('report.goes-wrong').toLowerCase()}
          <span class="visually-hidden">: {title}</span>
        </summary>
        <Steps props={props} move={move} />
      </details>
      <Ownership props={props} move={move} />
      {advice && advice.alsoServes.length > 0 ? (
        <p class="muted">{t('report.also-serves', { variables: joinNames(advice.alsoServes) })}</p>
      ) : null}
      <Citations citations={advice?.citations ?? []} site={props.site} />
    </article>
  );
}

/** The headline moves in full, then the rest of the plan in one line each. */
export function Moves(props: MovesProps) {
  const { site, report, data, parts: Parts = Fragment } = props;
  const { t } = site;
  const { headline, plan } = data.pack.constants.moves;
  const rest = report.moves.slice(headline);
  const card = (move: Move) => (
    <li key={move.practice}>
      <MoveCard props={props} move={move} />
    </li>
  );
  return (
    <section class="moves" aria-labelledby="moves">
      <Parts>
        <h2 id="moves">{t('report.moves')}</h2>
        {report.moves.length === 0 ? (
          <p>{t('report.moves-none')}</p>
        ) : (
          <p class="muted caption">{t('report.moves-lead')}</p>
        )}
        <ol class="headline">
          <Parts>{report.moves.slice(0, headline).map(card)}</Parts>
        </ol>
        {report.moves.length > 1 ? <PlanTable props={props} sortable={Boolean(props.explain)} /> : null}
        {rest.length > 0 ? (
          <details class="rest">
            <summary>
              {t('report.plan')} ({rest.length})
            </summary>
            <ol class="headline" start={headline + 1}>
              <Parts>{rest.map(card)}</Parts>
            </ol>
          </details>
        ) : null}
        {report.moves.length === plan ? <p class="muted">{t('report.plan-full', { count: plan })}</p> : null}
        {report.review ? <p>{t('report.review-on', { date: formatDate(report.review, site.language) })}</p> : null}
      </Parts>
    </section>
  );
}
