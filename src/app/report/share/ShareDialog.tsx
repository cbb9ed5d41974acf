import { Component } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import type { LinkParts } from '../../../core/link/redact.ts';
import type { ReportData, Site } from '../../shared/view-data.ts';
import { LinkContents } from './LinkContents.tsx';

export interface ShareProps {
  site: Site;
  data: ReportData;
  /** What a link with these parts reveals. */
  reveal(parts: LinkParts): Answers;
  /** The full URL of a link with these parts. */
  write(parts: LinkParts): Promise<string>;
  /** Maximum length of the full URL. */
  limit: number;
  /** Copies the text; if that fails, selects it in the element. Returns whether it was copied. */
  copy(text: string, shown: Element | null): Promise<boolean>;
  /** Passes the URL to another app; absent if the browser cannot. */
  send: ((url: string) => void) | undefined;
  download(): void;
  close(): void;
}

interface State {
  parts: Required<LinkParts>;
  /** Empty while the link is being made. */
  link: string;
  copied: 'no' | 'yes' | 'selected';
}

const partNames = ['name', 'notes', 'decisions'] as const;

/** Whether a part would add any text. */
function adds(part: keyof LinkParts, reveal: ShareProps['reveal']): boolean {
  return JSON.stringify(reveal({ [part]: true })) !== JSON.stringify(reveal({}));
}

/** Makes a private link, and shows what is in it before anything leaves the page. Free text is left out unless chosen. */
export class ShareDialog extends Component<ShareProps, State> {
  override state: State = { parts: { name: false, notes: false, decisions: false }, link: '', copied: 'no' };
  #dialog: HTMLDialogElement | null = null;
  #shown: HTMLElement | null = null;
  /** The link that is being made. */
  #writing: Promise<string> | undefined;

  override componentDidMount(): void {
    this.#dialog?.showModal();
    this.#dialog?.querySelector('h2')?.focus();
    void this.#choose({});
  }

  /** Makes another link once another tab has changed what is in it. */
  override componentDidUpdate(previous: ShareProps): void {
    const [before, now] = [previous, this.props].map(({ reveal }) => JSON.stringify(reveal(this.state.parts)));
    if (before !== now) void this.#choose({});
  }

  async #choose(part: LinkParts): Promise<void> {
    const parts = { ...this.state.parts, ...part };
    this.setState({ parts, link: '', copied: 'no' });
    const writing = this.props.write(parts);
    this.#writing = writing;
    const link = await writing;
    if (this.#writing === writing) this.setState({ link }); // otherwise another follows
  }

  async #copy(): Promise<void> {
    const isCopied = await this.props.copy(this.state.link, this.#shown);
    this.setState({ copied: isCopied ? 'yes' : 'selected' });
  }

  #choices() {
    const { site, reveal } = this.props;
    return (
      <fieldset>
        <legend>{site.t('share.always')}</legend>
        {partNames.map((part) => {
          const something = adds(part, reveal);
          return (
            <label key={part} class="part">
              <input
                type="checkbox"
                checked={this.state.parts[part]}
                disabled={!something}
                onChange={(event) => void this.#choose({ [part]: event.currentTarget.checked })}
              />
              <span>
                {site.t(`share.${part}`)}
                {something ? null : <span class="muted"> {site.t('share.none')}</span>}
              </span>
            </label>
          );
        })}
      </fieldset>
    );
  }

  #result() {
    const { site, limit, send, download } = this.props;
    const { link, copied } = this.state;
    const { t } = site;
    if (link.length > limit) {
      return (
        <>
          <p>{t('share.too-long', { count: link.length, limit })}</p>
          <button type="button" class="primary" onClick={download}>
            {t('share.download')}
          </button>
        </>
      );
    }
    return (
      <>
        <h3 id="the-link">{t('share.link')}</h3>
        <p class="shared-link">
          <code
            ref={(element) => {
              this.#shown = element;
            }}
          >
            {link || t('share.making')}
          </code>
        </p>
        <p class="muted">{t('share.length', { count: link.length })}</p>
        <div class="button-row">
          <button type="button" class="primary" disabled={link === ''} onClick={() => void this.#copy()}>
            {t('share.copy')}
          </button>
          {send ? (
            <button type="button" class="secondary" disabled={link === ''} onClick={() => send(link)}>
              {t('share.send')}
            </button>
          ) : null}
          <button type="button" class="secondary" onClick={download}>
            {t('share.download')}
          </button>
        </div>
        <p role="status">{copied === 'no' ? '' : t(copied === 'yes' ? 'share.copied' : 'share.selected')}</p>
      </>
    );
  }

  override render() {
    const { site, data, reveal, close } = this.props;
    const { t } = site;
    return (
      <dialog
        class="workings share"
        aria-labelledby="share"
        ref={(element) => {
          this.#dialog = element;
        }}
        onClose={close}
      >
        <h2 id="share" tabIndex={-1}>
          {t('share.title')}
        </h2>
        <p>{t('share.who')}</p>
        {this.#choices()}
        {this.#result()}
        <h3>{t('share.holds')}</h3>
        <LinkContents site={site} data={data} contents={reveal(this.state.parts)} />
        <p class="muted">{t('share.server')}</p>
        <form method="dialog">
          <button type="submit" class="secondary">
            {t('share.close')}
          </button>
        </form>
      </dialog>
    );
  }
}
