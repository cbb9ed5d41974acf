import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/build.ts';
import { type ProjectRecords, recordPaths } from '../core/check/project-problems.ts';
import type { Problem } from '../core/model/problem.ts';
import { parseYaml } from './parse-yaml.ts';

/** Reads one record, or notes as a problem that it cannot be read. Undefined if it does not exist. */
function readRecord<T>(root: string, name: string, read: (file: string) => T, problems: Problem[]): T | undefined {
  const file = path.join(root, name);
  if (!existsSync(file)) return undefined;
  try {
    return read(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    problems.push({ file: name, place: '', message: messages.recordNotRead(reason) });
    return undefined;
  }
}

const readRecordYaml = <T>(file: string): T => parseYaml(readFileSync(file, 'utf8')) as T;

/** Reads every released pack of a folder. */
const readPacks = (folder: string): ProjectRecords['releasedPacks'] =>
  readdirSync(folder)
    .filter((name) => /^pack-.+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));

/** Reads what a project keeps beside its content, with a problem for each file that cannot be read. Never throws. */
export function readProjectRecords(root: string): { records: ProjectRecords; problems: Problem[] } {
  const problems: Problem[] = [];
  const idsOf = (file: string): string[] =>
    readRecordYaml<{ signals: { id: string }[] }>(file).signals.map(({ id }) => id);
  const records = {
    permanentIds: readRecord<Record<string, string[]>>(root, recordPaths.permanentIds, readRecordYaml, problems),
    signalCases: readRecord(root, recordPaths.signalCases, idsOf, problems),
    releasedPacks: readRecord(root, recordPaths.releasedPacks, readPacks, problems),
  };
  return { records, problems };
}
