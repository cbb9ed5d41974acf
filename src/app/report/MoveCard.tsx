import { effortText, moveTextOf, moveTitle } from '../../core/render/move-texts.ts';
import type { MoveReason } from '../../core/report/move-reasons.ts';
import type { Move } from '../../core/report/report.ts';
import { joinNames, withoutFullStop } from '../../core/text/format.ts';
import { Citations } from '../shared/Citations.tsx';
import { entryPath } from '../shared/view-data.ts';
import { type MovesProps, Ownership } from './Ownership.tsx';
import { Explainable, type PartProps, sentenceOf, signalsOf, titleOf, variableNameOf } from './report-parts.tsx';

type Reason<Kind extends MoveReason['kind']> = MoveReason & { kind: Kind };

/** The wording of each kind of reason. */
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

/** The effort of a move, and the figure to watch. */
function Facts({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const upkeep = move.upkeep === null ? '' : `, ${t('report.upkeep', { hours: move.upkeep })}`;
  const how = props.data.advice[move.practice]?.how;
  const measure = how && moveTextOf(move, how, props.report.context).measure;
  const facts = [
    ['effort', `${effortText(t, move)}${upkeep}`],
    ['measure', measure ?? ''],
  ] as const;
  return (
    <dl class="facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([key, text]) => (
          <div key={key}>
            <dt>{t(`report.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The practice behind a move, the reasons for its rank, and what has to come first. */
function Rationale({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const place = t(`report.stable-${move.stability.word}`);
  return (
    <>
      <p>
        {t('report.triggered')}: {move.reasons.map((reason) => reasonText(props, reason)).join('; ')}.
      </p>
      <p>
        {t('report.stable')}:{' '}
        <Explainable
          props={props}
          explained={{ kind: 'move', id: move.practice }}
          text={place}
          of={titleOf(props, move.practice)}
        />
      </p>
    </>
  );
}

function Steps({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const how = props.data.advice[move.practice]?.how;
  if (!how) return null;
  const { steps, doneWhen, leads, risk } = moveTextOf(move, how, props.report.context);
  const facts = [
    ['done-when', doneWhen],
    ['leads', leads],
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

/** The current answer of the team, and the goal. */
function FromTo({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  if (move.from === null || move.goal === null) return null;
  return (
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
  );
}

/** A move: the current answer and the goal, the effort, what to watch and who owns it. The how-to unfolds. */
export function MoveCard({ props, move }: { props: MovesProps; move: Move }) {
  const { t } = props.site;
  const advice = props.data.advice[move.practice];
  const title = moveTitle(move, props.data.pack, t);
  return (
    <article class="move" id={`move-${move.practice}`}>
      <h3 id={`${move.practice}-move`}>{title}</h3>
      <p class="move-practice muted">
        {t('report.practice')} <a href={props.site.link(entryPath(move.practice))}>{titleOf(props, move.practice)}</a>
      </p>
      {move.needs.length > 0 ? (
        <p class="first">
          {t('report.prerequisite', { practices: move.needs.map((id) => titleOf(props, id)).join(', ') })}
        </p>
      ) : null}
      <FromTo props={props} move={move} />
      <Facts props={props} move={move} />
      <Ownership props={props} move={move} />
      <details class="aside">
        <summary>
          {t('report.move-more')}
          <span class="visually-hidden">: {title}</span>
        </summary>
        <Steps props={props} move={move} />
        <Rationale props={props} move={move} />
        {advice && advice.alsoServes.length > 0 ? (
          <p class="muted">{t('report.also-serves', { variables: joinNames(advice.alsoServes) })}</p>
        ) : null}
        <Citations citations={advice?.citations ?? []} site={props.site} />
      </details>
    </article>
  );
}
