import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { type LookRule, lookRule, nestsRepeats } from '../../src/core/model/look-schema.ts';
import { RuleBook } from '../../src/look/match-rules.ts';

const rules = [...loadKnowledgeBase().lookRules.values()];
const hits = (rule: LookRule, file: { path: string; text: string }) => new RuleBook([rule]).match(file).matches.length;

test('every rule matches each of its examples, and none of those that it must not match', () => {
  for (const rule of rules) {
    for (const file of rule.matches) expect([rule.id, file, hits(rule, file)]).toEqual([rule.id, file, 1]);
    for (const file of rule.not) expect([rule.id, file, hits(rule, file)]).toEqual([rule.id, file, 0]);
  }
});
