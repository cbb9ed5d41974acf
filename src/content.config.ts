import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { entryTextsFolder } from './build/entry-texts.ts';
import { entryData, entryFolders } from './core/model/entry.ts';
import { studyPageData } from './core/model/study.ts';

/** The id of a text is its file name. */
const generateId = ({ entry }: { entry: string }) => (entry.split('/').at(-1) ?? entry).replace(/\.mdx$/, '');

const entries = defineCollection({
  loader: glob({ base: entryTextsFolder(), pattern: `{${Object.values(entryFolders).join(',')}}/*.mdx`, generateId }),
  schema: entryData,
});

const studyPages = defineCollection({
  loader: glob({ base: './content/study/pages', pattern: '*.mdx', generateId }),
  schema: studyPageData,
});

export const collections = { entries, studyPages };
