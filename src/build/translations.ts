import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/check-translations.ts';
import type { Problem } from '../core/model/problem.ts';
import { slotsOf } from '../core/text/fill-template.ts';
import { flatten, type Strings } from '../i18n/translate.ts';
import { searchLanguages } from '../search/languages.ts';
import { parseYaml } from './parse-yaml.ts';

/** The language that translations start from. */
const original = 'en';
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const pluralForm = /\.(zero|one|two|few|many|other)$/;

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).toSorted() : []);

/** The sentences of a file; undefined if it is no valid YAML, which is reported where content is read. */
function sentencesIn(file: string): Strings | undefined {
  if (!existsSync(file)) return {};
  try {
    return flatten((parseYaml(readFileSync(file, 'utf8')) ?? {}) as object);
  } catch {
    return undefined;
  }
}

/** A key without the name of its plural form: `days.few`, which Polish has and English has not, belongs to `days`. */
const baseOf = (key: string): string => key.replace(pluralForm, '');

/** The keys that a language needs: those of English, with the plural forms of the language. */
function neededKeys(english: Strings, language: string): Map<string, string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const isPlural = (key: string) => pluralForm.test(key) && `${baseOf(key)}.other` in english;
  return new Map(
    Object.entries(english).flatMap(([key, sentence]) =>
      isPlural(key)
        ? forms.map((form) => [`${baseOf(key)}.${form}`, english[`${baseOf(key)}.other`] ?? sentence] as const)
        : [[key, sentence] as const],
    ),
  );
}

/** What a file of sentences lacks, has too much, or fills in differently. A singular need not say its number. */
function sentenceProblems(file: string, english: Strings, translated: Strings, language: string): Problem[] {
  const needed = neededKeys(english, language);
  const missing = [...needed].filter(([key]) => !(key in translated));
  const unknown = Object.keys(translated).filter((key) => !needed.has(key));
  const shared = [...needed].filter(([key]) => key in translated && !/\.(zero|one|two)$/.test(key));
  const other = shared.flatMap(([place, sentence]) => {
    const [has, expected] = [slotsOf(translated[place] ?? ''), slotsOf(sentence)].map((slots) =>
      [...new Set(slots)].toSorted(),
    );
    const isSame = has?.join() === expected?.join();
    return isSame ? [] : [{ file, place, message: messages.otherSlots(has ?? [], expected ?? []) }];
  });
  return [
    ...missing.map(([place, sentence]) => ({ file, place, message: messages.missingSentence(sentence) })),
    ...unknown.map((place) => ({ file, place, message: messages.unknownSentence })),
    ...other,
  ];
}

/** The names of the messages in a module. */
const messagesIn = (text: string): string[] =>
  [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);

/** What the modules of messages in a language lack or have too much. */
function messageProblems(folder: string, language: string): Problem[] {
  const at = (tag: string, name: string) => path.posix.join('content/messages', tag, name);
  return namesIn(path.join(folder, 'messages', original)).flatMap((name) => {
    const [from, to] = [original, language].map((tag) => path.join(folder, 'messages', tag, name)) as [string, string];
    const file = at(language, name);
    if (!existsSync(to)) return [{ file, place: '', message: messages.missingModule(at(original, name)) }];
    const [english, found] = [from, to].map((each) => messagesIn(readFileSync(each, 'utf8'))) as [string[], string[]];
    const missing = english.filter((each) => !found.includes(each));
    const unknown = found.filter((each) => !english.includes(each));
    return [
      ...missing.map((each) => ({ file, place: '', message: messages.missingMessage(each, at(original, name)) })),
      ...unknown.map((each) => ({ file, place: '', message: messages.unknownMessage(each) })),
    ];
  });
}

/** The languages besides English that a content folder has begun with. */
function languagesIn(folder: string): string[] {
  const ofPages = namesIn(path.join(folder, 'ui')).flatMap((name) => (name.endsWith('.yaml') ? name.slice(0, -5) : []));
  const all = new Set([...ofPages, ...namesIn(path.join(folder, 'messages'))]);
  return [...all].filter((tag) => languageTag.test(tag) && tag !== original).toSorted();
}

/**
 * Lists what every translation in a content folder lacks: sentences, plural forms, messages, and the words of the search.
 * Without any translation the list is empty.
 */
export function findTranslationProblems(folder: string): Problem[] {
  const english = sentencesIn(path.join(folder, 'ui', `${original}.yaml`));
  return languagesIn(folder).flatMap((language) => {
    const file = `content/ui/${language}.yaml`;
    const translated = sentencesIn(path.join(folder, 'ui', `${language}.yaml`));
    const isKnown = searchLanguages.includes(language.split('-')[0] ?? '');
    const search = isKnown ? [] : [{ file, place: '', message: messages.noSearchRules(language, searchLanguages) }];
    const ofPages = english && translated ? sentenceProblems(file, english, translated, language) : [];
    return [...ofPages, ...messageProblems(folder, language), ...search];
  });
}
