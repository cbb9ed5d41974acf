import { type ComponentChild, h, render } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import { type CsvSeparator, separatorFor } from '../../../core/render/csv.ts';
import { fileName } from '../../../core/render/file-name.ts';
import { renderHtmlFile } from '../../../core/render/html-file.ts';
import { reportFiles } from '../../../core/render/report-files.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { doOnce, download, today } from '../../platform/browser.ts';
import { fetchText } from '../../platform/fetch-file.ts';
import type { ReportData } from '../../shared/view-data.ts';
import { type ReportProps, ReportView } from '../ReportView.tsx';
import type { PartProps } from '../report-parts.tsx';
import { Downloads, type FileKind } from './Downloads.tsx';
import { SheetFile } from './SheetFile.tsx';

/** The report as shown: every file is made from it. */
export interface ExportSource extends Omit<ReportProps, 'actions'> {
  answers: Answers;
}

/** Pixels per unit of the drawing; enough to look sharp on a projector. */
const pixels = 2;

/** The practice sheet as an SVG; its fixed colours look the same in every document. */
function sheetFile(parts: PartProps): SVGSVGElement {
  const host = document.createElement('div');
  render(h(SheetFile, parts), host);
  return host.firstElementChild as SVGSVGElement;
}

const svgText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/** Renders a self-contained SVG as a PNG. */
async function png(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = svg.viewBox.baseVal.width * pixels;
  canvas.height = svg.viewBox.baseVal.height * pixels;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('toBlob'))), 'image/png');
  });
}

/**
 * The source of this page's styles. The browser's own copy (`cssText`) drops shorthands that
 * contain a variable.
 */
async function styles(): Promise<string> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  return (await Promise.all(sheets.map(({ href }) => fetchText(href)))).join('\n');
}

/** The report without controls, rendered by the same views as this page. */
async function html(source: ExportSource): Promise<string> {
  const { site, report, answers } = source;
  const css = await styles();
  const { t, language } = site;
  const date = formatDate(today(), language);
  const note = [`${t('files.saved-note', { date })} `, h('a', { href: site.link('/assess/') }, t('files.saved-link'))];
  const host = document.createElement('div');
  render(
    h(ReportView, {
      ...source,
      actions: undefined,
      downloads: undefined,
      tried: undefined,
      explanation: undefined,
      explain: undefined,
      about: note,
    }),
    host,
  );
  for (const anchor of host.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    anchor.setAttribute('href', anchor.href);
  const body = host.innerHTML;
  render(null, host);
  const dateText = formatDate(report.date ?? '', language);
  const system = report.system || t('report.unnamed');
  const title = t('report.page-title', { headline: report.verdict, system, date: dateText });
  return renderHtmlFile({ title: t('site.page-title', { title }), language, css, body, answers });
}

/** How to make moves, by practice, as far as it is loaded. */
const howToByPractice = ({ advice }: ReportData) =>
  Object.fromEntries(Object.entries(advice).map(([practice, { how }]) => [practice, how]));

/** Makes one file that is not only text: its name, content and media type. */
async function drawnFileOf(
  kind: 'html' | 'svg' | 'png',
  source: ExportSource,
): Promise<[string, string | Blob, string]> {
  const { site, data, report } = source;
  if (kind === 'html') return [fileName(report, 'html', 'report'), await html(source), 'text/html'];
  const picture = sheetFile({ site, data, report });
  if (kind === 'svg') return [fileName(report, 'svg', 'sheet'), svgText(picture), 'image/svg+xml'];
  return [fileName(report, 'png', 'sheet'), await png(picture), 'image/png'];
}

/** Makes one file: its name, content and media type. */
async function fileOf(
  kind: FileKind,
  source: ExportSource,
  separator: CsvSeparator,
): Promise<[string, string | Blob, string]> {
  if (kind === 'html' || kind === 'svg' || kind === 'png') return drawnFileOf(kind, source);
  const { site, data, report, answers } = source;
  const { ending, what, type, make } = reportFiles[kind];
  const wording = { t: site.t, day: (date: string) => formatDate(date, site.language) };
  const texts = howToByPractice(data);
  const content = make({ report, pack: data.pack, answers, texts, wording, today: today(), separator });
  return [fileName(report, ending, what), content, type];
}

/** The files that a report can be saved as. */
export class FileExports {
  readonly #changed: () => void;
  /** The outcome of saving the last file. */
  #status = '';
  /** What the browser's language expects, until the person chooses. */
  #separator = separatorFor(undefined);

  /** @param changed called when that outcome changes */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The list of files, with the outcome of the last one. */
  view(source: ExportSource): ComponentChild {
    return h(Downloads, {
      site: source.site,
      make: (kind) => void doOnce(`download ${kind}`, () => this.#save(kind, source)),
      status: this.#status,
      separator: this.#separator,
      setSeparator: (separator) => {
        this.#separator = separator;
        this.#changed();
      },
    });
  }

  async #save(kind: FileKind, source: ExportSource): Promise<void> {
    const { t } = source.site;
    try {
      const [name, content, type] = await fileOf(kind, source, this.#separator);
      download(name, content, type);
      this.#status = t('files.done', { name });
    } catch (error) {
      this.#status = t('files.failed', { problem: error instanceof Error ? error.message : String(error) });
    }
    this.#changed();
  }
}
