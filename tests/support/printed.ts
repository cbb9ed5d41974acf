import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { type PaperPage, readPdf } from './pdf.ts';
import { reportShown } from './report-shown.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
const bank = JSON.parse(readFileSync('content/samples/card-fraud-score.json', 'utf8')) as Answers;
/** A made-up team without its fifty notes, which take pages of their own. */
export const sample: Answers = {
  ...bank,
  answers: bank.answers.map(({ note: _, ...answer }) => answer as Answers['answers'][number]),
};
/** A team that has answered everything. */
export const full: Answers = { ...generateTeam(pack, 8), system: 'Fraud & <score>', date: '2026-11-23' };
const [move] = report(full, pack).moves;
/** The same with its first move promised. */
export const owned = { ...full, decisions: [{ practice: move?.practice ?? '', owner: 'Ada', due: '2027-01-15' }] };

/** The report of answers as this browser prints it, once everything that prints is there. */
export async function printed(page: Page, answers: object, format: string, scheme: 'light' | 'dark' = 'light') {
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto('/404.html');
  await page.evaluate((text) => {
    localStorage.setItem('trivium:assessment:test', text);
    localStorage.setItem('trivium:current', 'test');
  }, JSON.stringify(answers));
  await page.goto('/assess/full/report/');
  await reportShown(page);
  return readPdf(await page.pdf({ format, tagged: true, outline: true }));
}
/** The first page that was printed. */
export const pageOne = (pages: PaperPage[]): PaperPage => {
  const [first] = pages;
  if (!first) throw new Error('Nothing was printed.');
  return first;
};
