import type { Answers } from '../answers/answers.ts';
import { answersElementId } from '../answers/answers-element.ts';
import { directionOf } from '../text/direction.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text as text of HTML, or as the value of an attribute in quotation marks. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Loads, runs and sends nothing; only the styles in the file apply. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface HtmlDocument {
  title: string;
  language: string;
  /** Styles; anything that would end their element is escaped. */
  css: string;
  /** Trusted markup. */
  body: string;
}

/** Writes one HTML file that opens from disk without any request. */
export function htmlDocument({ title, language, css, body }: HtmlDocument): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${css.replaceAll('</', '<\\/')}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Writes a report as one HTML file that carries its answers. The body is as the views render it. */
export function renderHtmlFile({ answers, body, ...file }: HtmlDocument & { answers: Answers }): string {
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  const script = `<script type="application/json" id="${answersElementId}">${data}</script>`;
  return htmlDocument({ ...file, body: `<main class="wide">${body}</main>\n${script}` });
}
