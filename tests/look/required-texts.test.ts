import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { requiredTexts } from '../../src/look/required-texts.ts';
import { RunIndex } from '../../src/look/run-index.ts';

test('requiredTexts(source) lists texts of which every match has one', () => {
  for (const [source, texts] of [
    ['^\\s*(from|import)\\s+(feast|tecton)\\b', ['feast', 'tecton']],
    ['\\bmlflow\\.(models\\.)?evaluate\\(', ['mlflow.models.evaluate(', 'mlflow.evaluate(']],
    ['image:\\s*["\']?[\\w./-]{1,200}:latest', [':latest']],
    ['(schedule){1,2}\\d', ['schedule']],
    ['["\']lr["\']:', ['"lr":', '"lr\':', '\'lr":', "'lr':"]],
    ['kedro|dagster(?:-webserver)?', ['kedro', 'dagster-webserver', 'dagster']],
  ] as const)
    expect([source, requiredTexts(source)]).toEqual([source, texts]);
});

test('a pattern that can match without any certain text needs none', () => {
  for (const source of [
    '\\w+',
    '(mlflow)?',
    '(mlflow)*',
    '(mlflow){0,2}',
    'mlflow|\\d',
    'a.b',
    '[^mlflow]',
    '\\d\\s?ms',
  ])
    expect([source, requiredTexts(source)]).toEqual([source, undefined]);
});

test('the examples of every rule have a text that its patterns need', () => {
  for (const { id, pattern, also = [], matches } of loadKnowledgeBase().lookRules.values())
    for (const source of [pattern ?? [], also].flat())
      for (const { text } of matches) {
        const needs = requiredTexts(source);
        expect([id, source, needs?.some((each) => text.includes(each)) ?? true]).toEqual([id, source, true]);
      }
});

test('a RunIndex never denies a part of its text, and knows nothing of the text before', () => {
  const runs = new RunIndex();
  const text = 'model = load("größe", 1)\nscore(x)';
  runs.take(text);
  for (let start = 0; start < text.length; start += 1)
    for (let end = start; end <= text.length; end += 1) expect(runs.mayHave(text.slice(start, end))).toBe(true);
  expect(runs.mayHave('wandb.init(')).toBe(false);
  runs.take('wandb.init()');
  expect([runs.mayHave('wandb.init('), runs.mayHave('score(x)')]).toEqual([true, false]);
});
