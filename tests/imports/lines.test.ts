/** Lines as bytes: what was added is taken once, and picked by number. */
import { expect, test } from 'vitest';
import { Lines, pick } from '../../server/imports/lines.ts';

const bytesOf = (all: readonly string[]): Buffer => {
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
  expect(taken.toString()).toBe('a\n');
  expect(lines.take().toString()).toBe(`c\n${'姓'.repeat(800_000)}\nb\n`);
});

test('lines are picked by their numbers', () => {
  expect(Buffer.from(pick(bytesOf(['a', '', '丙', 'd']), (n) => n % 2 === 0)).toString()).toBe('a\n丙\n');
  expect(pick(bytesOf([]), () => true)).toHaveLength(0);
});
