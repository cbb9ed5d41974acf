import { moveTextOf, placeToLook } from '../../../core/render/move-texts.ts';
import type { MoveReason } from '../../../core/report/move-reasons.ts';
import type { Move } from '../../../core/report/plan.ts';
import { joinNames, withoutFullStop } from '../../../core/text/format.ts';
import { Citations } from '../../shared/Citations.tsx';
import { entryPath } from '../../shared/view-data.ts';
import { Explainable, type PartProps, signalsTextOf, titleOf, variableNameOf } from '../report-parts.tsx';

type Reason<Kind extends MoveReason['kind']> = MoveReason & { kind: Kind };

/** The wording of each kind of reason. */
const reasonTexts: { [Kind in MoveReason['kind']]: (props: PartProps, reason: Reason<Kind>) => string } = {
  unknown: ({ site: { t } }) => t('report.trigger-unknown'),
  gap: ({ site: { t } }, { levels }) => t('report.trigger-gap', { count: levels }),
  safety: ({ site: { t } }) => t('report.trigger-safety'),
  lowest: (props, { variable }) => props.site.t('report.trigger-lowest', { variable: variableNameOf(props, variable) }),
  eases: (props, { signals }) => props.site.t('report.trigger-eases', { signals: signalsTextOf(props, signals) }),
  'needed-by': (props, { practices }) =>
    props.site.t('report.trigger-needed', { practices: practices.map((id) => titleOf(props, id)).join(', ') }),
  target: ({ site: { t } }, { reason }) => t('report.trigger-target', { reason: withoutFullStop(reason) }),
};
const reasonText = (props: PartProps, reason: MoveReason): string => {
  const word: (props: PartProps, reason: never) => string = reasonTexts[reason.kind];
  return word(props, reason as never);
};

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
  const text = moveTextOf(move, how, props.report.context);
  if (!text) {
    return (
      <div class="how">
        <p>
          {t('report.find-out')} <em>{t('report.look')}:</em> {placeToLook(how, props.report.context)}
        </p>
      </div>
    );
  }
  const { steps, doneWhen, leads, risk } = text;
  const facts = [
    ['done-when', doneWhen],
    ['leads', leads],
    ['goes-wrong', risk],
    ['waiting', how.waiting],
  ] as const;
  return (
    <div class="how">
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

/** How to make a move, its practice, why it is in the plan, and what that rests on. */
export function MoveDetails({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const advice = props.data.advice[move.practice];
  return (
    <>
      <Steps props={props} move={move} />
      <p>
        {t('report.practice')} <a href={props.site.link(entryPath(move.practice))}>{titleOf(props, move.practice)}</a>
      </p>
      <Rationale props={props} move={move} />
      {advice && advice.alsoServes.length > 0 ? (
        <p class="muted">{t('report.also-serves', { variables: joinNames(advice.alsoServes) })}</p>
      ) : null}
      <Citations citations={advice?.citations ?? []} site={props.site} />
    </>
  );
}
