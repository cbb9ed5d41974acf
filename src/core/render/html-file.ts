import type { Answers } from '../answers/answers.ts';
import { answersElementId } from '../answers/answers-element.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

/** Nothing is loaded, run or sent; only the styles within the file count. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface HtmlFile {
  title: string;
  language: string;
  /** Styles; what would end their element is taken out. */
  css: string;
  /** Markup of the report: trusted, as the views write it. */
  body: string;
  answers: Answers;
}

/** A report as one HTML file that opens from disk without any request and carries its answers. */
export function renderHtmlFile({ title, language, css, body, answers }: HtmlFile): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${css.replaceAll('</', '<\\/')}</style>
</head>
<body>
<main class="wide">${body}</main>
<script type="application/json" id="${answersElementId}">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}
