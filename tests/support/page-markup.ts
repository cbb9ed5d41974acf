const voidElements = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Tags that do not match. Stricter than HTML: only void elements may leave out their end tag. */
function tagProblems(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [, slash, name = '', selfClosing] of html.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|[^>"])*?(\/?)>/gi)) {
    if (voidElements.test(name) || selfClosing) continue;
    if (!slash) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else problems.push(open.length > 0 ? `</${name}> closes <${open.pop()}>` : `</${name}> closes nothing`);
    if (problems.length > 0 && open.length > 0 && slash && open.at(-1) === name) open.pop(); // go on below the fault
  }
  return [...problems, ...open.map((name) => `<${name}> is never closed`)];
}

/** Ids that occur more than once. */
function repeatedIds(html: string): string[] {
  const ids = [...html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/gi)].map(([, id]) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `the id "${id}" occurs twice`);
}

/** A page without templates and their copies in attributes, which may speak of NaN themselves. */
const withoutTemplates = (html: string): string =>
  html.replace(/<pre\b[\s\S]*?<\/pre>/g, '').replace(/ data-copy="[^"]*"/g, '');

/** Values that were never meant to be shown. */
const leaks = (html: string): string[] =>
  ['undefined', '[object Object]', 'NaN'].flatMap((leak) =>
    new RegExp(`(?<![\\w-])${leak.replace(/[[\]]/g, '\\$&')}(?![\\w-])`).test(html) ? [`text "${leak}"`] : [],
  );

/** What is wrong with the markup of a page: tags that do not match, ids that occur twice, values that leaked. */
export function markupProblems(html: string): string[] {
  const markup = html.replace(/<!--[\s\S]*?-->/g, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  return [...tagProblems(markup), ...repeatedIds(markup), ...leaks(withoutTemplates(markup))];
}
