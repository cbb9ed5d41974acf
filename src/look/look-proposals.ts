import type { LookRule } from '../core/model/look-schema.ts';
import type { Pack } from '../core/model/pack.ts';
import type { Proposal, Proposals, Reason } from '../core/proposals/proposals.ts';
import { proposalLimits } from '../core/proposals/proposals-schema.ts';
import type { Match } from './match-rules.ts';

/** Maximum number of places of one rule that are named; the rest are counted. */
const mostPlaces = 3;

/** The commit that a repository was at. */
export interface HeadCommit {
  commit?: string;
  date?: string;
}

/** The packages whose own repository this is, by the folders that hold their code. */
function ownPackages(paths: readonly string[]): Set<string> {
  const names = paths.map(
    (path) => /^(?:(?:src|lib|python|sdk|sdk\/python|libs\/[^/]+)\/)?([^/]+)\/__init__\.py$/.exec(path)?.[1],
  );
  return new Set(names.filter((name) => name !== undefined));
}

const toolsOf = ({ tool = [] }: LookRule): string[] => [tool].flat();

/** The reasons of one rule: its first places, the last of them with the number of further ones. */
function reasonsOf(matches: readonly Match[]): Reason[] {
  const places = matches.slice(0, mostPlaces);
  const more = matches.length - places.length;
  return places.map(({ rule: { says, points, trouble }, file, cell, line }, index) => ({
    says,
    file,
    ...(cell === undefined ? {} : { cell }),
    ...(line === undefined ? {} : { line }),
    points: { min: points[0] - 1, max: points[1] - 1 },
    ...(trouble ? { trouble } : {}),
    ...(more > 0 && index === places.length - 1 ? { more } : {}),
  }));
}

/**
 * What was found in a repository, as proposals without answers: silence about a question leaves it out. The order is
 * that of the pack, the rules and the paths.
 * @param paths every path of the repository
 */
export function lookProposals(
  pack: Pick<Pack, 'id' | 'version' | 'items'>,
  rules: readonly LookRule[],
  matches: readonly Match[],
  paths: readonly string[],
  head: HeadCommit,
): Proposals {
  const ownNames = ownPackages(paths);
  const byRule = Map.groupBy(matches, ({ rule }) => rule);
  const counting = rules.filter((rule) => !toolsOf(rule).some((tool) => ownNames.has(tool)));
  const items = pack.items.flatMap(({ id: item, rev }): Proposal[] => {
    const reasons = counting.filter((rule) => rule.item === item).flatMap((rule) => reasonsOf(byRule.get(rule) ?? []));
    return reasons.length > 0 ? [{ item, rev, reasons: reasons.slice(0, proposalLimits.reasons) }] : [];
  });
  const source = { kind: 'tool' as const, name: 'trivium look', ...head };
  return { format: 'trivium-proposals', version: 1, pack: { id: pack.id, version: pack.version }, source, items };
}
