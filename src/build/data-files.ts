import { collections, dataSchemas, publishedSchema } from '../core/data/collections.ts';
import { depthIds } from '../core/model/ids.ts';
import type { SearchCard } from '../search/card.ts';
import { searchData } from '../search/search-data.ts';
import {
  collectionFile,
  dataIndex,
  dataSchemaAddress,
  datasetLines,
  describeDataset,
  packageFile,
  recordsByName,
} from './data.ts';
import { entries } from './entries.ts';
import { entryMarkdown } from './entry-markdown.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { pack } from './pack.ts';
import { groupData } from './page-data/groups.ts';
import { madeUpTeams } from './page-data/made-up-teams.ts';
import { practicesCsv } from './page-data/practices.ts';
import { questionnaireFile, rationaleOf } from './page-data/questionnaire.ts';
import { howToOf, reportData } from './page-data/report.ts';
import { teamsData } from './page-data/teams.ts';
import { samples } from './samples.ts';
import { schemas } from './schemas.ts';
import { feed, llms, llmsFull, openSearchXml, robots } from './site-files.ts';
import { type StringsFile, stringsFor, t } from './strings.ts';
import { templatePath, templates } from './templates.ts';

/** A file of the site that is not a page. */
export interface DataFile {
  /** Below the base of the site, without a slash at the start. */
  path: string;
  text: () => string;
}

/** A file for our own scripts, as short as possible. */
const scriptJson = (path: string, value: () => unknown): DataFile => ({
  path: `${path}.json`,
  text: () => JSON.stringify(value()),
});

/** A file for people and other programs, with line breaks. */
const publicJson = (path: string, value: () => unknown, indent = 1): DataFile => ({
  path: `${path}.json`,
  text: () => `${JSON.stringify(value(), null, indent)}\n`,
});

/** Sentences that a script fetches when they are needed. */
const sentences = (path: StringsFile): DataFile => scriptJson(path, () => ({ strings: stringsFor(path) }));

/** The text of each result of a search, in the order of the index. */
const allSearchCards = (): SearchCard[] =>
  entries.map(({ id, kind, title, plain = '', aliases, summary, symptoms }) => ({
    id,
    kind: t(`kind.${kind}`),
    title,
    plain,
    aliases,
    summary,
    symptoms,
  }));

/** The data of the report page, without the outline, which the browser takes from the pack. */
function reportFile(): object {
  const { outline: _, ...file } = reportData();
  return file;
}

const assessment = (): DataFile[] => [
  ...depthIds.map((depth) => scriptJson(`assess/${depth}`, () => questionnaireFile(depth))),
  sentences('assess/stage'),
  sentences('assess/drafts'),
  sentences('assess/open'),
  sentences('assess/print'),
  sentences('assess/proposals'),
  sentences('assess/promises'),
  sentences('assess/share'),
  sentences('assess/workings'),
  scriptJson('assess/report', reportFile),
  ...pack.items
    .filter(({ kind }) => kind === 'practice')
    .map(({ id }) => scriptJson(`assess/moves/${id}`, () => howToOf(id))),
  ...pack.items.map(({ id }) => scriptJson(`assess/why/${id}`, () => rationaleOf(id))),
];

const schemaNames = Object.keys(dataSchemas) as (keyof typeof dataSchemas)[];

/** Version 1 of the data that other programs may rely on. */
const api = (): DataFile[] => [
  publicJson('api/v1/index', dataIndex),
  publicJson('api/v1/pack', () => ({ $schema: dataSchemaAddress('pack'), ...pack })),
  ...collections.map(({ name }) => publicJson(`api/v1/${name}`, () => collectionFile(name))),
  ...recordsByName.entries.map((record) =>
    publicJson(`api/v1/entries/${record.id}`, () => ({ $schema: dataSchemaAddress('entry'), ...record })),
  ),
  ...schemaNames.map((name) =>
    publicJson(`api/v1/schema/${name}`, () =>
      publishedSchema(dataSchemas[name], dataSchemaAddress(name), `Trivium ${name}, version 1`),
    ),
  ),
  { path: 'api/v1/dataset/trivium.jsonl', text: () => datasetLines },
  publicJson(
    'api/v1/dataset/datapackage',
    () => describeDataset([packageFile('trivium.jsonl', 'jsonl', datasetLines)]),
    2,
  ),
  ...Object.entries(schemas).map(([name, schema]) => publicJson(`schema/${name}`, schema, 2)),
];

/** Every file of the site that is not a page and that is made from the content. */
export const dataFiles = (): DataFile[] => [
  { path: 'feed.xml', text: feed },
  { path: 'opensearch.xml', text: openSearchXml },
  { path: 'robots.txt', text: robots },
  { path: 'llms.txt', text: llms },
  { path: 'llms-full.txt', text: llmsFull },
  ...entries.map((entry) => ({ path: `entries/${entry.id}.md`, text: () => entryMarkdown(entry) })),
  ...templates.map(({ file, text }) => ({ path: templatePath(file).slice(1), text: () => text })),
  ...samples().map(({ id, answers }) => publicJson(`sample/${id}`, () => answers)),
  { path: 'practices/practices.csv', text: practicesCsv },
  scriptJson('search/index', () => searchData(loadKnowledgeBase())),
  scriptJson('search/cards', allSearchCards),
  scriptJson('compare/data', () => groupData('compare/data')),
  scriptJson('together/data', () => groupData('together/data')),
  scriptJson('teams/data', teamsData),
  scriptJson('teams/made-up', madeUpTeams),
  ...assessment(),
  ...api(),
];
