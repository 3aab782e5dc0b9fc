/** The log of readings names what was read in words, whatever writes into it. */
import { expect, test } from 'vitest';
import { readName } from '../../workflows/office/read-words.ts';
import { sourcesOf } from '../tools/sources.ts';

const claim = { zh: '惠民待遇申请', en: 'Benefit claims' };
const nobody = (): undefined => undefined;

test('a register or process is called by its name, with the form in which it was read', () => {
  expect(readName('benefit-claim', () => claim)).toEqual(claim);
  expect(readName('benefit-claim/history', () => claim)).toEqual({ zh: '惠民待遇申请（变更记录）', en: 'Benefit claims, history of changes' });
  expect(readName('reads/export', nobody)).toEqual({ zh: '查看记录（导出）', en: 'The log of readings, exported' });
});

test('every place and form that the server writes down has its words', () => {
  const written = sourcesOf(['server/use-cases']).flatMap(({ text }) => [...text.matchAll(/logReads\([^;]*?(?:, '([a-z-]+(?:\/[a-z]+)?)'|`\$\{[\w.]+\}\/([a-z]+)`)/g)].map(([, whole, form]) => whole ?? `benefit-claim/${form}`));
  expect(written.length).toBeGreaterThan(12);
  // These are handed on under another name.
  for (const resource of [...written, ...['papers', 'archive', 'files'].map((form) => `benefit-claim/${form}`)]) {
    const { zh, en } = readName(resource, (base) => (base === 'benefit-claim' ? claim : undefined));
    expect(zh, resource).not.toMatch(/[a-z]/);
    expect(zh.includes('（'), resource).toBe(resource.includes('/'));
    expect(en.includes(', '), resource).toBe(resource.includes('/'));
  }
});
