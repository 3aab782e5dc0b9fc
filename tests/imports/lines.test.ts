/** Lines as bytes: what was added is taken once, and picked by number. */
import { expect, test } from 'vitest';
import { Lines, pick } from '../../server/imports/lines.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (all: readonly string[]): Uint8Array => {
  const lines = new Lines();
  for (const text of all) lines.add(text);
  return lines.take();
};

test('what was taken is not touched by what is added later, however long', () => {
  const lines = new Lines();
  lines.add('a');
  const taken = lines.take();
  lines.add('c');
  lines.add('姓'.repeat(800_000));
  lines.add('b');
  expect(textOf(taken)).toBe('a\n');
  expect(textOf(lines.take())).toBe(`c\n${'姓'.repeat(800_000)}\nb\n`);
});

test('lines are picked by their numbers', () => {
  expect(textOf(pick(bytesOf(['a', '', '丙', 'd']), (n) => n % 2 === 0))).toBe('a\n丙\n');
  expect(pick(bytesOf([]), () => true)).toHaveLength(0);
});
