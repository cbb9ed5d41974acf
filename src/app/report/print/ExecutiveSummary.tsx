import { type Answers, heldDecision } from '../../../core/answers/answers.ts';
import { moveTitle } from '../../../core/render/move-texts.ts';
import { basisText, nothingUnknownText, troubleTexts } from '../../../core/render/wording.ts';
import type { Move } from '../../../core/report/plan.ts';
import { firstMovesOf, placeOf } from '../../../core/report/summary-lists.ts';
import { joinNames } from '../../../core/text/format.ts';
import { isolate } from '../../../core/text/isolate.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { startOf } from '../../../core/text/start-of.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { QrGeometry } from '../../../viz/qr.ts';
import type { EarlierAssessment } from '../change/earlier.ts';
import { type PartProps, titleOf, variableNameOf } from '../report-parts.tsx';
import { Ask, IfNothing } from './Ask.tsx';
import { RisksTable, ScoresTable } from './SummaryTables.tsx';

/** What the printed report shows. */
export interface PrintCopyProps extends PartProps {
  answers: Answers;
  /** What became of earlier promises, if there were any. */
  promised?: EarlierAssessment['promised'];
  /** The link that opens these answers, and its QR code; absent until made. */
  live?: { url: string; qr: QrGeometry | null } | undefined;
}

/** What is at stake, if the team has said so. */
function Stakes({ site: { t }, report: { stakes } }: PrintCopyProps) {
  return stakes ? (
    <p>
      <strong>{t('report.stakes')}</strong> <bdi>{stakes}</bdi>
    </p>
  ) : null;
}

/** How many facts beside the diagnosis the page has room for. */
const namedTrouble = 1;

/** What the diagnosis says beyond its headline, one line for each role, and what stands out beside it. */
function DiagnosisLines({ site: { t }, report }: PrintCopyProps) {
  const parts = report.diagnosis.parts.filter(({ role, inHeadline }) => !inHeadline && role !== 'first');
  const lines = [...Map.groupBy(parts, ({ role }) => role)];
  const trouble = troubleTexts(report);
  return (
    <ul class="diagnosis-lines">
      {lines.map(([role, said]) => (
        <li key={role}>
          <strong>{t('print.labelled', { label: t(`diagnosis.${role}`) })}</strong>{' '}
          {said.map(({ text }) => text).join(' ')}
        </li>
      ))}
      {trouble.length > 0 ? (
        <li>
          <strong>{t('print.labelled', { label: t('report.unexplained') })}</strong>{' '}
          {trouble.slice(0, namedTrouble).join(' ')}{' '}
          {trouble.length > namedTrouble ? t('print.more-trouble', { count: trouble.length - namedTrouble }) : ''}
        </li>
      ) : null}
    </ul>
  );
}

/** The longest name of an owner on the page for leaders, in characters: it has to stay one page. */
const longestOwner = 60;

/** The owner and due date of a move, or that both are open. A name that is longer than `longest` is cut. */
export function ownerText(
  { site, report }: PartProps,
  { decision }: Move,
  longest = Number.POSITIVE_INFINITY,
): { owner: string; due: string } {
  const open = site.t('print.open');
  const wholeName = nameOf(decision?.owner);
  const name = wholeName.length > longest ? `${startOf(wholeName, longest - 1)}…` : wholeName;
  const held = heldDecision(decision, report.date);
  const decisionText = held === 'later' || held === 'no' ? site.t(`report.decide-${held}`) : '';
  return {
    owner: [isolate(name) || open, decisionText].filter(Boolean).join(', '),
    due: decision?.due ? formatDate(decision.due, site.language) : open,
  };
}

function FirstMoves({ props, moves }: { props: PrintCopyProps; moves: readonly Move[] }) {
  const { t } = props.site;
  return (
    <section>
      <h2>{t('report.moves')}</h2>
      {moves.length === 0 ? (
        <p>{t('print.no-ask')}</p>
      ) : (
        <table class="first-moves">
          <thead>
            <tr>
              {['print.move', 'report.goal', 'report.owner', 'print.effort', 'report.due'].map((key) => (
                <th scope="col" key={key} class={key === 'print.effort' ? 'number' : undefined}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => {
              const { owner, due } = ownerText(props, move, longestOwner);
              return (
                <tr key={move.practice}>
                  <th scope="row">
                    {placeOf(props.report, move.practice)}. {moveTitle(move, props.report.context, props.data.pack, t)}
                  </th>
                  <td>{move.goal}</td>
                  <td>{owner}</td>
                  <td class="number">{move.personWeeks}</td>
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

/** How sure all this is, in words: what the known answers rest on, and which words may still change. */
function Sureness(props: PrintCopyProps) {
  const { site, report, data } = props;
  const { t } = site;
  const leaning = report.variables.filter((variable) => variable.leaning).map(({ id }) => variableNameOf(props, id));
  return (
    <section>
      <h2>{t('print.sure-title')}</h2>
      <p>
        {[
          report.unknown.length === 0 ? nothingUnknownText(t, report, data.pack) : '',
          basisText(t, report.basis),
          leaning.length > 0 ? t('print.may-change', { count: leaning.length, variables: joinNames(leaning) }) : '',
          report.worthKnowing.length > 0
            ? t('print.unknown-first', {
                items: report.worthKnowing.map(({ item }) => titleOf(props, item)).join(', '),
              })
            : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  );
}

/** The QR code of the link. */
function Code({ props: { site, live } }: { props: PrintCopyProps }) {
  if (!live?.qr) return null;
  const { size, path } = live.qr;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={site.t('print.code')}>
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
      {live.qr ? null : `${site.t('print.link-long')} `}
      {site.t('print.link')} <a href={live.url}>{live.url.replace(/^https?:\/\//, '')}</a>
    </p>
  );
}

/** The page for leaders, below the headline: stakes, findings, ask, scores, risks, moves, how sure, method, link. */
export function ExecutiveSummary(props: PrintCopyProps) {
  const { site, report } = props;
  const { t, language } = site;
  const moves = firstMovesOf(report);
  const { id: pack, version } = report.pack;
  return (
    <div class={report.since ? 'is-dense' : undefined}>
      <Stakes {...props} />
      <DiagnosisLines {...props} />
      {props.promised?.inShort}
      <Ask props={props} moves={moves} />
      <IfNothing props={props} moves={moves} />
      <div class="scroll" role="region" aria-label={t('print.title')} tabIndex={0}>
        <ScoresTable {...props} />
        <RisksTable {...props} />
        <FirstMoves props={props} moves={moves} />
      </div>
      <div class="closing">
        <Code props={props} />
        <div>
          <Sureness {...props} />
          <footer>
            <p class="method">
              {t('print.method')} <a href={site.link('/method/')}>{t('print.method-link')}</a>.
            </p>
            <p class="method">
              {t('print.made', { date: report.date ? formatDate(report.date, language) : '', pack, version })}
            </p>
            <Live props={props} />
          </footer>
        </div>
      </div>
    </div>
  );
}
