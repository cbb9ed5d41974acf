import type { Answers } from '../../core/answers/answers.ts';
import { impactText } from '../../core/render/wording.ts';
import { firstMovesOf, type Move } from '../../core/report/report.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { QrGeometry } from '../../viz/qr.ts';
import { citationText } from '../shared/Citations.tsx';
import { type PartProps, titleOf, variableNameOf } from './report-parts.tsx';
import { RisksTable, ScoresTable } from './SummaryTables.tsx';

/** What the printed report shows. */
export interface PrintCopyProps extends PartProps {
  answers: Answers;
  /** The link that opens these answers, and its QR code; absent until made. */
  live?: { url: string; qr: QrGeometry | null } | undefined;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
/** The first sentence of a text, without its full stop. */
export const firstSentence = (text: string): string =>
  (/^.+?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text).replace(/\.$/, '');

/** The title of a move, worded as a request. */
function moveName(props: PrintCopyProps, { practice, kind }: Move): string {
  const title = titleOf(props, practice);
  return kind === 'find-out'
    ? props.site.t('report.find-out-title', { title })
    : (props.data.advice[practice]?.title ?? title);
}

/** The ask in one sentence: what to fund, its cost, how to tell that it works, the cost of waiting, and the source. */
function Ask({ props, moves }: { props: PrintCopyProps; moves: readonly Move[] }) {
  const { t } = props.site;
  const [first] = moves;
  const advice = first && props.data.advice[first.practice];
  if (!first || !advice?.how) return <p class="ask">{t('paper.ask-none')}</p>;
  const values = {
    move: t('paper.quoted', { title: moveName(props, first) }),
    weeks: first.personWeeks,
    measure: lowerFirst(advice.measure),
    waiting: firstSentence(advice.how.waiting),
  };
  const all = moves.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
  const sources = advice.how.waitingCitations.map((citation) => citationText(citation, props.site)).join('; ');
  return (
    <p class="ask">
      <strong>{t('paper.ask')}</strong>{' '}
      {moves.length === 1 ? t('paper.ask-one', values) : t('paper.ask-first', { ...values, count: moves.length, all })}{' '}
      <span class="source">[{sources}]</span>.
    </p>
  );
}

/** The owner and due date of a move, or that both are open. */
export function ownerText({ site }: PartProps, { decision }: Move): { owner: string; due: string } {
  const open = site.t('paper.open');
  const decided =
    decision?.decision === 'later' || decision?.decision === 'no' ? site.t(`report.decide-${decision.decision}`) : '';
  return {
    owner: [decision?.owner || open, decided].filter(Boolean).join(', '),
    due: decision?.due ? formatDate(decision.due, site.language) : open,
  };
}

/** What a move adds to its V. */
export const moveImpact = (props: PartProps, move: Move): string =>
  impactText(props.site.t, move, (id) => variableNameOf(props, id)) ?? props.site.t('paper.no-impact');

function FirstMoves({ props, moves }: { props: PrintCopyProps; moves: readonly Move[] }) {
  const { t } = props.site;
  return (
    <section>
      <h2>{t('report.moves')}</h2>
      {moves.length === 0 ? (
        <p>{t('report.moves-none')}</p>
      ) : (
        <table class="first-moves">
          <thead>
            <tr>
              {['paper.move', 'report.owner', 'paper.effort', 'report.impact', 'report.due'].map((key) => (
                <th scope="col" key={key} class={key === 'paper.effort' ? 'number' : undefined}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map((move, at) => {
              const { owner, due } = ownerText(props, move);
              return (
                <tr key={move.practice}>
                  <th scope="row">
                    {at + 1}. {moveName(props, move)}
                  </th>
                  <td>{owner}</td>
                  <td class="number">{move.personWeeks}</td>
                  <td>{moveImpact(props, move)}</td>
                  <td>{due}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Unknown(props: PrintCopyProps) {
  const { site, report } = props;
  const { t } = site;
  return (
    <section>
      <h2>{t('paper.unknown')}</h2>
      <p>
        {report.unknown.length === 0
          ? t('report.unknown-none')
          : t('paper.unknown-some', { count: report.unknown.length, all: report.asked })}{' '}
        {report.worthKnowing.length > 0
          ? t('paper.unknown-first', { items: report.worthKnowing.map(({ item }) => titleOf(props, item)).join(', ') })
          : ''}
      </p>
    </section>
  );
}

/** The QR code of the link. */
function Code({ props: { site, live } }: { props: PrintCopyProps }) {
  if (!live?.qr) return null;
  const { size, path } = live.qr;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={site.t('paper.code')}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}

/** The link itself, and what it reveals. */
function Live({ props: { site, live } }: { props: PrintCopyProps }) {
  if (!live) return null;
  return (
    <p class="live">
      {live.qr ? null : `${site.t('paper.link-long')} `}
      {site.t('paper.link')} <a href={live.url}>{live.url.replace(/^https?:\/\//, '')}</a>
    </p>
  );
}

/** The page for leaders, below the verdict: ask, scores, risks, moves, what is not known, method, link. */
export function ExecutiveSummary(props: PrintCopyProps) {
  const { site, report } = props;
  const { t, language } = site;
  const moves = firstMovesOf(report);
  const { id: pack, version } = report.pack;
  return (
    <div class="leaflet">
      <Ask props={props} moves={moves} />
      <div class="scroll" role="region" aria-label={t('paper.title')} tabIndex={0}>
        <ScoresTable {...props} />
        <RisksTable {...props} />
        <FirstMoves props={props} moves={moves} />
      </div>
      <Unknown {...props} />
      <footer>
        <Code props={props} />
        <div>
          <p class="method">
            {t('paper.method')} <a href={site.link('/method/')}>{t('paper.method-link')}</a>.
          </p>
          <p class="method">
            {t('paper.made', { date: report.date ? formatDate(report.date, language) : '', pack, version })}
          </p>
          <Live props={props} />
        </div>
      </footer>
    </div>
  );
}
