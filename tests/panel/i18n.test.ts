/** Both languages are whole: no sentence is missing in either, and neither stands in for the other. */
import english from 'ra-language-english';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../admin/i18n/provider.ts';

type Leaf = readonly [key: string, sentence: string];
const leavesOf = (value: unknown, at = ''): Leaf[] =>
  typeof value === 'string' ? [[at, value]] : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => leavesOf(inner, at ? `${at}.${key}` : key));

const zh = new Map(leavesOf(catalogueOf('zh')));
const en = new Map(leavesOf(catalogueOf('en')));
const han = /\p{Script=Han}/u;
const blanks = (sentence: string): Set<string> => new Set([...sentence.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name ?? ''));
/** Sentences that are nothing but what is filled in, and signs between. */
const onlyBlanks = (sentence: string): boolean => !/\p{L}/u.test(sentence.replaceAll(/%\{\w+\}/g, ''));

describe('the catalogues', () => {
  test('have the same keys, and every key of react-admin', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(leavesOf(english).map(([key]) => key).filter((key) => !zh.has(key))).toEqual([]);
    expect(zh.size).toBeGreaterThan(250);
  });

  test('speak Chinese in Chinese and English in English', () => {
    expect([...zh].filter(([, sentence]) => !han.test(sentence) && !onlyBlanks(sentence))).toEqual([]);
    expect([...en].filter(([, sentence]) => han.test(sentence))).toEqual([]);
  });

  test('fill in nothing in Chinese that is not given', () => {
    const invented = [...zh].filter(([key, sentence]) => [...blanks(sentence)].some((name) => !blanks(en.get(key) ?? '').has(name)));
    expect(invented).toEqual([]);
  });
});
