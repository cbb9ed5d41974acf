import type { PackOutline } from '../model/pack.ts';
import { placeOf, valueAt } from '../model/problem.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Answers } from './answers.ts';
import { cutText } from './limits.ts';
import { aboutOf, idFields, type LostPart, rawText } from './lost-part.ts';
import { idProblemsBefore, openAnswers, packProblemBefore } from './migrate.ts';
import { type FieldProblem, parseShape, shapeProblems } from './parse-answers.ts';
import { deepestNesting, isNestedDeeper, isUnsafeKey } from './parsed-json.ts';

/** Recovered answers, and every part that could not be read. */
export interface Recovered {
  answers: Answers;
  /** Empty if everything could be read. */
  lost: readonly LostPart[];
}

type Path = readonly PropertyKey[];
/** An object or list under repair. */
type Node = Record<PropertyKey, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Removes an entry from a list; does nothing if another problem of the same entry has removed it already. */
function removeFrom(list: unknown[], entry: unknown): void {
  const at = list.indexOf(entry);
  if (at >= 0) list.splice(at, 1);
}

/** Fields that hold other fields of the format. */
const containers: ReadonlySet<string> = new Set(
  (
    'answers targets decisions overrides previous setAside reread before sources respondent scope evidence' +
    ' pack context group variables spread'
  ).split(' '),
);

/** Fields without which a file cannot be identified. */
const needed: readonly unknown[] = ['format', 'version', 'pack'];

/** More rounds than a file has levels, because removing a part may leave its parent incomplete. */
const mostRounds = 20;

/** Whether a path leads to an answer: at the top level, in a hint, or in what was set aside. */
const isAnswer = (path: Path): boolean => path.at(-1) === 'before' || path.at(-2) === 'answers';

/** Substitutes for a required field, which save the rest of its object. */
function substitutes(path: Path, key: PropertyKey): Node | undefined {
  if (key === 'answers') return { answers: [] };
  if (key === 'kind' && path.at(-1) === 'evidence') return { kind: 'claimed' };
  if (!isAnswer(path)) return undefined;
  if (key === 'rev') return { rev: 0 }; // older than every revision: the answer becomes a hint
  return key === 'state' || key === 'level' ? { state: 'unanswered', level: undefined } : undefined;
}

/** Removes parts from a copy of a value until the rest can be read. */
class Recovery {
  readonly lost: LostPart[] = [];
  readonly data: unknown;
  /** The original path of each object; list entries shift when others are removed. */
  readonly #places = new WeakMap<Node, Path>();
  #removals: (() => void)[] = [];

  constructor(data: unknown) {
    this.data = this.#copy(data, []);
  }

  /** A copy without unsafe keys, and without unknown fields that are nested too deeply. */
  #copy(value: unknown, path: Path): unknown {
    if (!isNode(value)) return value;
    const copies = Object.keys(value)
      .filter((key) => !isUnsafeKey(key) && !this.#isTooDeep(value, key, path))
      .map((key): [string, unknown] => [
        key,
        this.#copy(value[key], [...path, Array.isArray(value) ? Number(key) : key]),
      ]);
    const copy = Array.isArray(value) ? copies.map(([, entry]) => entry) : Object.fromEntries(copies);
    this.#places.set(copy as Node, path);
    return copy;
  }

  #isTooDeep(parent: Node, key: string, path: Path): boolean {
    const levelsLeft = deepestNesting - path.length - 1;
    if (!isNestedDeeper(parent[key], levelsLeft)) return false;
    const name = Array.isArray(parent) ? path.at(-1) : key;
    if (levelsLeft > 0 && containers.has(String(name))) return false; // only part of it is too deep
    const place = placeOf([...path, Array.isArray(parent) ? Number(key) : key]);
    const problem = `It is nested too deeply: at most ${deepestNesting} levels are read.`;
    this.lost.push({ place, ...aboutOf(parent), problem, raw: rawText(parent[key]) });
    return true;
  }

  /** Repairs each problem with as little loss as possible. Returns false if one cannot be repaired. */
  repair(problems: readonly FieldProblem[]): boolean {
    this.#removals = [];
    const isRepaired = problems.every(({ path, message }) => this.#repair(path, message));
    for (const remove of this.#removals) remove();
    return isRepaired;
  }

  #repair(path: Path, message: string): boolean {
    if (path.length === 0 || needed.includes(path[0])) return false;
    const parentPath = path.slice(0, -1);
    const key = path.at(-1) as PropertyKey;
    const parent = valueAt(this.data, parentPath);
    if (!isNode(parent)) return true; // already removed along with its parent
    const value = parent[key];
    const cut = typeof value === 'string' ? cutText(value) : undefined;
    const substitute = cut ? { [key]: cut.head } : substitutes(parentPath, key);
    if (substitute) return this.#replace(parent, key, message, substitute, cut?.tail);
    if (value === undefined || idFields.includes(String(key)))
      return this.#remove(parentPath, `${String(key)}: ${message}`);
    return this.#remove(path, message);
  }

  #replace(parent: Node, key: PropertyKey, message: string, substitute: Node, tail: string | undefined): boolean {
    this.#name([...this.#placeOf(parent), key], message, tail ?? parent[key], parent);
    Object.assign(parent, substitute);
    for (const name of Object.keys(substitute)) if (parent[name] === undefined) delete parent[name];
    return true;
  }

  /** Removes a part at the end of the round, so that paths stay valid during it. */
  #remove(path: Path, message: string): boolean {
    if (path.length === 0) return false;
    const parent = valueAt(this.data, path.slice(0, -1)) as Node;
    const key = path.at(-1) as PropertyKey;
    const value = parent[key];
    const place = (isNode(value) && this.#places.get(value)) || [...this.#placeOf(parent), key];
    this.#name(place, message, value, isNode(value) ? value : parent);
    if (!Array.isArray(parent)) this.#removals.push(() => Reflect.deleteProperty(parent, key));
    else this.#removals.push(() => removeFrom(parent, value));
    return true;
  }

  readonly #placeOf = (node: Node): Path => this.#places.get(node) ?? [];

  #name(path: Path, problem: string, value: unknown, entry: Node): void {
    const place = placeOf(path);
    if (this.lost.some((part) => part.place === place)) return; // several problems with one part
    this.lost.push({ place, ...aboutOf(entry), problem, raw: rawText(value) });
  }
}

/** The remaining problems of a value; a sentence if it cannot be read at all. */
function nextProblems(data: unknown, pack: PackOutline): readonly FieldProblem[] | string {
  const shape = parseShape(data);
  if (!shape.ok) return shapeProblems(data);
  return packProblemBefore(shape.value, pack) ?? idProblemsBefore(shape.value, pack);
}

/**
 * Reads a value like `openAnswers`, but drops only what cannot be read: a bad field costs that field, an overlong text
 * its end, an answer with an unknown level its level but not its note.
 * Fails, with the problems of `openAnswers`, only if nothing identifies the value as answers to this pack.
 */
export function recoverAnswers(data: unknown, pack: PackOutline): Result<Recovered> {
  const opened = openAnswers(data, pack);
  if (opened.ok) return success({ answers: opened.value, lost: [] });
  if (!isNode(data) || Array.isArray(data)) return opened;
  const recovery = new Recovery(data);
  for (let round = 0; round < mostRounds; round += 1) {
    const problems = nextProblems(recovery.data, pack);
    if (typeof problems === 'string') return failure(problems);
    if (problems.length === 0) break;
    if (!recovery.repair(problems)) return opened;
  }
  const rest = openAnswers(recovery.data, pack);
  return rest.ok ? success({ answers: rest.value, lost: recovery.lost }) : opened;
}
