import type { Answers } from '../answers/answers.ts';
import { answersElementId } from '../answers/answers-element.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Loads, runs and sends nothing; only the styles in the file apply. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface HtmlFile {
  title: string;
  language: string;
  /** Styles; anything that would end their element is escaped. */
  css: string;
  /** Trusted markup of the report, as the views render it. */
  body: string;
  answers: Answers;
}

/** Writes a report as one HTML file that opens from disk without any request and carries its answers. */
export function renderHtmlFile({ title, language, css, body, answers }: HtmlFile): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
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
<main class="wide">${body}</main>
<script type="application/json" id="${answersElementId}">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}
