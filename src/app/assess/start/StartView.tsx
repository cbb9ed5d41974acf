import type { ComponentChildren } from 'preact';
import { askedAt, type Depth, depthIds } from '../../../core/model/ids.ts';
import { onFollow } from '../../platform/browser.ts';
import { fileDropProps } from '../../shared/file-drop.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { ContextCard, NameField, ScopeCard, type ScopeProps } from './ScopeCards.tsx';

export interface StartActions {
  edit: NonNullable<ScopeProps['edit']>;
  start(depth: Depth): void;
  /** Gets at least one file. */
  importFiles(files: readonly File[]): void;
}

export interface StartProps {
  site: Site;
  data: QuestionnaireData;
  /** The drafts in this browser; absent before the script has started. */
  draftList: ComponentChildren;
  /** The answers whose system and context are shown. */
  answers: ScopeProps['answers'];
  /** Snapshots to restore, or a file to import; below the list. */
  panel: ComponentChildren;
  /** Absent before the script has started. */
  actions: StartActions | undefined;
}

function FileField({ site, importFiles }: { site: Site } & Pick<StartActions, 'importFiles'>) {
  return (
    <section>
      <label class="field">
        <span id="import">{site.t('start.import')}</span>
        <span class="muted" id="import-hint">
          {site.t('start.import-hint')}
        </span>
        <input
          type="file"
          aria-labelledby="import"
          aria-describedby="import-hint"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const { files } = currentTarget;
            if (files?.length) importFiles([...files]);
            currentTarget.value = '';
          }}
        />
      </label>
    </section>
  );
}

/** The first question of a depth. */
const firstQuestion = ({ outline }: QuestionnaireData, depth: Depth) => outline.items.find(askedAt(depth));

/** Other ways to answer the questions of a depth. */
function OtherWays({ props, depth }: { props: StartProps; depth: Depth }) {
  const { site, data } = props;
  return (
    <p class="ways muted">
      {site.t('start.ways')}{' '}
      {(
        [
          ['stage', `stage/${firstQuestion(data, depth)?.stage}/`],
          ['meeting', 'meeting/'],
          ['paper', ''],
        ] as const
      ).map(([way, path], index) => (
        <>
          {index > 0 ? ' · ' : ''}
          <a href={site.link(`/assess/${depth}/${path}`)}>
            {site.t(`start.way-${way}`)}
            <span class="visually-hidden"> ({site.t(`start.${depth}`)})</span>
          </a>
        </>
      ))}
    </p>
  );
}

function Depths({ props }: { props: StartProps }) {
  const { site, data, actions } = props;
  const { t } = site;
  return (
    <section class="depths">
      <h2>{t('start.depth-title')}</h2>
      {depthIds.map((depth) => (
        <div class="depth" key={depth}>
          <h3>{t(`start.${depth}`)}</h3>
          <p>{t(`start.${depth}-more`, data.estimates[depth])}</p>
          <a
            class={depth === 'quick' ? 'primary' : 'secondary'}
            href={site.link(`/assess/${depth}/${firstQuestion(data, depth)?.id}/`)}
            onClick={onFollow(actions && (() => actions.start(depth)))}
          >
            {t(`start.start-${depth}`)}
          </a>
          <OtherWays props={props} depth={depth} />
        </div>
      ))}
    </section>
  );
}

/** The start page: the drafts in this browser, a choice of depth, and what describes the system. */
export function StartView(props: StartProps) {
  const { site, data, answers, actions } = props;
  const { t, link } = site;
  return (
    <form
      class="start"
      method="dialog"
      onSubmit={(event) => event.preventDefault()}
      {...fileDropProps(actions?.importFiles)}
    >
      <div class="first">
        <h1 tabIndex={-1}>{t('start.title')}</h1>
        <p class="lead">{t('start.lead')}</p>
        {actions ? null : <p class="muted needs-script">{t('start.needs-script')}</p>}
        {props.draftList}
        {props.panel}
        <NameField site={site} answers={answers} edit={actions?.edit} />
        <Depths props={props} />
        <ScopeCard site={site} answers={answers} edit={actions?.edit} />
      </div>
      <div class="margin">
        <ContextCard site={site} data={data} answers={answers} edit={actions?.edit} />
        {actions ? <FileField site={site} importFiles={actions.importFiles} /> : null}
        <p>
          <a href={link('/together/')}>{t('start.together')}</a> · <a href={link('/compare/')}>{t('start.compare')}</a>{' '}
          · <a href={link('/teams/')}>{t('start.teams')}</a>
        </p>
      </div>
    </form>
  );
}
