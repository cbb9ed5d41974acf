import * as messages from '#messages/answers.ts';
import type { Path } from '../model/file-schema.ts';
import { formatPath, valueAt } from '../model/problem.ts';
import type { FieldProblem } from './file-format.ts';
import { aboutOf, idFields, type LostPart, rawText } from './lost-part.ts';
import { deepestNesting, isNestedDeeper, isUnsafeKey } from './parsed-json.ts';

/** An object or list under repair. */
export type RecoverableObject = Record<PropertyKey, unknown>;

/** A value that is longer than a format allows: what fits, and the rest. */
export interface Cut {
  head: unknown;
  tail: unknown;
}

/** What recovery has to know about a format. */
export interface RecoveryRules {
  /** Fields that hold other fields of the format. */
  containers: ReadonlySet<string>;
  /** Whether a file without a valid value at this path cannot be identified. */
  isNeeded(path: Path): boolean;
  /** Substitutes for a required field at the path of its object, which save the rest of that object. */
  substitutes(path: Path, key: PropertyKey): RecoverableObject | undefined;
  /** Cuts a value that is too long for its field; undefined if it fits. */
  cut(key: PropertyKey, value: unknown): Cut | undefined;
}

/** Whether a value is an object or a list. */
const isObject = (value: unknown): value is RecoverableObject => typeof value === 'object' && value !== null;

/** Removes an entry from a list; does nothing if another problem of the same entry has removed it already. */
function removeFrom(list: unknown[], entry: unknown): void {
  const index = list.indexOf(entry);
  if (index >= 0) list.splice(index, 1);
}

/** More rounds than a file has levels, because removing a part may leave its parent incomplete. */
const mostRounds = 20;

/** Removes parts from a copy of a value until the rest can be read. */
class Recovery {
  readonly lost: LostPart[] = [];
  readonly data: unknown;
  /** The original path of each object; list entries shift when others are removed. */
  readonly #places = new WeakMap<RecoverableObject, Path>();
  /** The places of the lost parts. */
  readonly #lostPlaces = new Set<string>();
  readonly #rules: RecoveryRules;
  #removals: (() => void)[] = [];

  constructor(data: unknown, rules: RecoveryRules) {
    this.#rules = rules;
    this.data = this.#copy(data, []);
  }

  /** A copy without unsafe keys, and without unknown fields that are nested too deeply. */
  #copy(value: unknown, path: Path): unknown {
    if (!isObject(value)) return value;
    const copies = Object.keys(value)
      .filter((key) => !isUnsafeKey(key) && !this.#isTooDeep(value, key, path))
      .map((key): [string, unknown] => [
        key,
        this.#copy(value[key], [...path, Array.isArray(value) ? Number(key) : key]),
      ]);
    const copy = Array.isArray(value) ? copies.map(([, entry]) => entry) : Object.fromEntries(copies);
    this.#places.set(copy as RecoverableObject, path);
    return copy;
  }

  #isTooDeep(parent: RecoverableObject, key: string, path: Path): boolean {
    const levelsLeft = deepestNesting - path.length - 1;
    if (!isNestedDeeper(parent[key], levelsLeft)) return false;
    const name = Array.isArray(parent) ? path.at(-1) : key;
    if (levelsLeft > 0 && this.#rules.containers.has(String(name))) return false; // only part of it is too deep
    const place = formatPath([...path, Array.isArray(parent) ? Number(key) : key]);
    const problem = messages.tooDeep(deepestNesting);
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
    const parentPath = path.slice(0, -1);
    const key = path.at(-1) as PropertyKey;
    const parent = valueAt(this.data, parentPath);
    if (path.length > 0 && !isObject(parent)) return true; // already removed along with its parent
    const value = isObject(parent) ? parent[key] : undefined;
    const cut = this.#rules.cut(key, value);
    if (path.length === 0 || !isObject(parent) || (!cut && this.#rules.isNeeded(path))) return false;
    const substitute = cut ? { [key]: cut.head } : this.#rules.substitutes(parentPath, key);
    if (substitute) return this.#replace(parent, key, message, substitute, cut?.tail);
    if (value === undefined || idFields.includes(String(key)))
      return this.#remove(parentPath, `${String(key)}: ${message}`);
    return this.#remove(path, message);
  }

  #replace(
    parent: RecoverableObject,
    key: PropertyKey,
    message: string,
    substitute: RecoverableObject,
    tail: unknown,
  ): boolean {
    this.#addLost([...this.#placeOf(parent), key], message, tail ?? parent[key], parent);
    Object.assign(parent, substitute);
    for (const name of Object.keys(substitute)) if (parent[name] === undefined) delete parent[name];
    return true;
  }

  /** Removes a part at the end of the round, so that paths stay valid during it. */
  #remove(path: Path, message: string): boolean {
    if (path.length === 0) return false;
    const parent = valueAt(this.data, path.slice(0, -1)) as RecoverableObject;
    const key = path.at(-1) as PropertyKey;
    const value = parent[key];
    const place = (isObject(value) && this.#places.get(value)) || [...this.#placeOf(parent), key];
    this.#addLost(place, message, value, isObject(value) ? value : parent);
    if (!Array.isArray(parent)) this.#removals.push(() => Reflect.deleteProperty(parent, key));
    else this.#removals.push(() => removeFrom(parent, value));
    return true;
  }

  readonly #placeOf = (node: RecoverableObject): Path => this.#places.get(node) ?? [];

  #addLost(path: Path, problem: string, value: unknown, entry: RecoverableObject): void {
    const place = formatPath(path);
    if (this.#lostPlaces.has(place)) return; // several problems with one part
    this.#lostPlaces.add(place);
    this.lost.push({ place, ...aboutOf(entry), problem, raw: rawText(value) });
  }
}

/** A value without its unreadable parts, and these parts. */
interface Rest {
  data: unknown;
  lost: readonly LostPart[];
}

/**
 * Removes from a copy of a value what cannot be read, with as little loss as possible.
 * @param problemsOf the remaining problems of a value; a sentence if it cannot be read at all
 * @returns the rest; the sentence; or undefined if a problem cannot be repaired
 */
export function recoverData(
  data: unknown,
  rules: RecoveryRules,
  problemsOf: (data: unknown) => readonly FieldProblem[] | string,
): Rest | string | undefined {
  if (!isObject(data) || Array.isArray(data)) return undefined;
  const recovery = new Recovery(data, rules);
  for (let round = 0; round < mostRounds; round += 1) {
    const problems = problemsOf(recovery.data);
    if (typeof problems === 'string') return problems;
    if (problems.length === 0) break;
    if (!recovery.repair(problems)) return undefined;
  }
  return recovery;
}
