import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { type LookRule, lookRule, nestsRepeats } from '../../src/core/model/look-schema.ts';
import { RuleBook } from '../../src/look/match-rules.ts';

const rules = [...loadKnowledgeBase().lookRules.values()];
const hits = (rule: LookRule, file: { path: string; text: string }) => new RuleBook([rule]).match(file).matches.length;

/** A rule that looks into every file. */
function ruleWith(fields: Partial<LookRule>): LookRule {
  const [{ id, item, says, points, matches, not }] = rules as [LookRule];
  return lookRule.parse({ id, item, says, points, matches, not, files: ['**/*'], ...fields });
}

test('every rule matches each of its examples, and none of those that it must not match', () => {
  for (const rule of rules) {
    for (const file of rule.matches) expect([rule.id, file, hits(rule, file)]).toEqual([rule.id, file, 1]);
    for (const file of rule.not) expect([rule.id, file, hits(rule, file)]).toEqual([rule.id, file, 0]);
  }
});

test('there are at least 90 rules about 30 questions, and 60 of them look into files', () => {
  expect(rules.length).toBeGreaterThanOrEqual(90);
  expect(new Set(rules.map(({ item }) => item)).size).toBeGreaterThanOrEqual(30);
  expect(rules.filter(({ pattern, key }) => pattern ?? key).length).toBeGreaterThanOrEqual(60);
});

test('no rule says anything about an empty repository, or about the text of another kind of file', () => {
  const book = new RuleBook(rules);
  for (const path of ['README.md', 'empty.py', 'a.yaml', 'a.json', 'a.toml', 'a.ipynb', 'a.sql', 'a.tf'])
    expect(book.match({ path, text: '' }).matches).toEqual([]);
  for (const rule of rules.filter(({ pattern, key }) => pattern ?? key))
    for (const { text } of rule.matches)
      expect([rule.id, hits(rule, { path: 'node_modules/x/README.txt', text })]).toEqual([rule.id, 0]);
});

test('comments, docstrings and text cells of notebooks are not code', () => {
  const rule = rules.find(({ id }) => id === 'mlflow-runs') as LookRule;
  const cell = (kind: string) =>
    JSON.stringify({ cells: [{ cell_type: kind, source: ['x = 1\n', 'mlflow.autolog()'] }] });
  expect(hits(rule, { path: 'a.py', text: '"""\nmlflow.autolog()\n"""\nx = 1' })).toBe(0);
  expect(hits(rule, { path: 'a.py', text: '"""One line."""\nmlflow.autolog()' })).toBe(1);
  expect(hits(rule, { path: 'a.ipynb', text: cell('markdown') })).toBe(0);
  expect(new RuleBook([rule]).match({ path: 'a.ipynb', text: cell('code') })).toEqual({
    isBroken: false,
    matches: [{ rule, file: 'a.ipynb', cell: 1, line: 2 }],
  });
});

test('a comment at the end of a line is no code, but a mark within a text is', () => {
  const rule = ruleWith({ pattern: '\\bwandb\\.log\\(|createFeedback' });
  expect(hits(rule, { path: 'a.py', text: 'return  # wandb.log(x)' })).toBe(0);
  expect(hits(rule, { path: 'a.py', text: 'name = "run # 1"; wandb.log(x)' })).toBe(1);
  expect(hits(rule, { path: 'a.ts', text: 'run(); // client.createFeedback(id)' })).toBe(0);
  expect(hits(rule, { path: 'a.ts', text: 'const url = "http://a.example"; client.createFeedback(id)' })).toBe(1);
});

test('a text that only names something is passed over, unless a rule looks into texts', () => {
  const rule = ruleWith({ pattern: '\\bmlflow\\.autolog\\(' });
  expect(hits(rule, { path: 'a.py', text: "answer = 'Call mlflow.autolog() first'" })).toBe(0);
  expect(hits(rule, { path: 'a.py', text: 'answer = "It\'s mlflow.autolog()"' })).toBe(0);
  expect(hits(rule, { path: 'a.py', text: "name = 'a \\' b'; mlflow.autolog()" })).toBe(1);
  expect(hits({ ...rule, quoted: true }, { path: 'a.py', text: "call('mlflow.autolog()')" })).toBe(1);
  expect(hits(rule, { path: 'a.yaml', text: "run: 'mlflow.autolog()'" })).toBe(1);
});

test('an adapter that offers a package to others is no sign that the team uses it', () => {
  const rule = ruleWith({ pattern: '^import langfuse' });
  const file = { path: 'pkg/integrations/langfuse/tracer.py', text: 'import langfuse' };
  expect(hits(rule, file)).toBe(1);
  expect(hits({ ...rule, tool: 'langfuse' }, file)).toBe(0);
  expect(hits({ ...rule, tool: 'langfuse' }, { ...file, path: 'app/tracer.py' })).toBe(1);
});

test('documents that are data, and code that is laid aside, say nothing about the team', () => {
  const rule = ruleWith({ pattern: 'on-call', within: ['docs'] });
  const text = 'Escalate to the person on-call.';
  for (const folder of ['benchmark_data', 'legacy', 'archive', 'vendor'])
    expect([folder, hits(rule, { path: `${folder}/docs/runbook.md`, text })]).toEqual([folder, 0]);
  expect(hits(rule, { path: 'docs/runbook.md', text })).toBe(1);
});

test('a line or value that a rule leaves out is passed over, and the next one counts', () => {
  const placeOf = (rule: LookRule, path: string, text: string) => new RuleBook([rule]).match({ path, text }).matches[0];
  const line = ruleWith({ pattern: 'image:', unless: 'redis' });
  expect(placeOf(line, 'a.yaml', 'x: 1\nimage: redis\nimage: redis\nimage: churn\n')?.line).toBe(4);
  expect(placeOf(line, 'a.yaml', 'image: redis\nimage: redis')).toBeUndefined();
  const value = ruleWith({ key: '*.alert', unless: 'Clock' });
  expect(placeOf(value, 'a.yaml', '- alert: ClockSkew\n- alert: ModelDrift\n')?.line).toBe(2);
  expect(placeOf(value, 'a.yaml', '- alert: ClockSkew\n')).toBeUndefined();
});

test('broken data files are named, never fatal', () => {
  const book = new RuleBook(rules);
  for (const [path, text] of [
    ['dvc.yaml', 'stages: {{ a }}: ]\n  b'],
    ['a.ipynb', '{"cells": 3}'],
    ['a.ipynb', '[}'],
    ['x/expectations.json', '{"expectations": [{"type": "a"'],
  ] as const)
    expect([path, text, book.match({ path, text }).isBroken]).toEqual([path, text, true]);
  expect(book.match({ path: 'dvc.yaml', text: 'stages: &a [*a, *b]' }).matches).toHaveLength(1);
  const documents = 'a: 1\n---\nstages:\n  train:\n    cmd: x\n';
  expect(book.match({ path: 'dvc.yaml', text: documents })).toMatchObject({ isBroken: false, matches: [{ line: 4 }] });
});

test('nestsRepeats(pattern) finds repeats within repeats', () => {
  for (const bad of ['(a+)+', '(a*b)*', '((a|b)+c)+', '(\\w+\\s*){2,}', '(?:x+)*', '((a+))+'])
    expect([bad, nestsRepeats(bad)]).toEqual([bad, true]);
  for (const good of ['a+b+', '(a|b)+', '(a+)?', '\\(a+\\)+', '[a+]+', '(ab){1,3}c*'])
    expect([good, nestsRepeats(good)]).toEqual([good, false]);
});

test('a rule with a bad pattern or direction is refused with a sentence', () => {
  const [rule] = rules;
  const problemOf = (change: object) => lookRule.safeParse({ ...rule, ...change }).error?.issues[0]?.message;
  expect(problemOf({})).toBeUndefined();
  expect(problemOf({ pattern: '(' })).toContain('not a regular expression');
  expect(problemOf({ pattern: '(a+)+b' })).toContain('repeated group');
  expect(problemOf({ pattern: 'a*b*c*d*' })).toContain('At most 3 parts');
  expect(problemOf({ pattern: '(?=a)b' })).toContain('look ahead');
  expect(problemOf({ points: [4, 3] })).toContain('Swap them');
});
