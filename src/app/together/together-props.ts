import type { ComponentChild } from 'preact';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import type { Merge } from '../../core/assessment/respondents.ts';
import type { Pack } from '../../core/model/pack.ts';
import { isolate } from '../../core/text/isolate.ts';
import { type ImportListProps, staticImportList } from '../import/ImportList.tsx';
import type { Site } from '../shared/view-data.ts';

export interface TogetherActions {
  /** Adds a draft kept in this browser. */
  addDraft(id: string): void;
  decide(decision: GroupDecision): void;
  undecide(item: string): void;
  /** Puts a question on the agenda and goes there. */
  discuss(item: string): void;
  save(): void;
  download(format: 'json' | 'md'): void;
}

export interface TogetherProps {
  site: Site;
  /** Absent at build time, like `actions`. */
  pack: Pack | undefined;
  importList: ImportListProps;
  /** Drafts of this browser that can be added. */
  drafts: readonly { id: string; label: string }[];
  /** Present with two or more assessments. */
  merge: Merge | undefined;
  decisions: readonly GroupDecision[];
  /** Says what of the decisions could not be read; absent if there is nothing to say. */
  lostDecisions?: ComponentChild;
  /** Questions that the group wants to discuss beyond the agenda. */
  extraItems: readonly string[];
  /** Set after saving the group's answers: the path of their report, what went wrong, or that another tab did. */
  saveResult: { report: string } | { problem: string } | 'elsewhere' | undefined;
  actions: TogetherActions | undefined;
}

/** What the parts of the page get once there is something to show. */
export type MergeProps = TogetherProps & { pack: Pack; merge: Merge; actions: TogetherActions };

/** The page at build time, before its script runs. */
export const staticTogetherProps = (site: Site): TogetherProps => ({
  site,
  pack: undefined,
  importList: staticImportList(site),
  drafts: [],
  merge: undefined,
  decisions: [],
  extraItems: [],
  saveResult: undefined,
  actions: undefined,
});

/** How a respondent is called: a number, with name and role if they are known. */
export function personLabel({ site, merge }: Pick<MergeProps, 'site' | 'merge'>, respondent: number): string {
  const { name, role } = merge.respondents[respondent] ?? { name: null, role: null };
  const details = [name, role].flatMap((text) => (text ? isolate(text) : [])).join(', ');
  return [site.t('together.person', { n: respondent + 1 }), details].filter(Boolean).join(': ');
}
