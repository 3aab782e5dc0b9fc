/** Lines as bytes: what was added comes back some at a time, wherever the pieces are cut. */
import { expect, test } from 'vitest';
import { Lines, pick, someLines } from '../../server/imports/lines.ts';
import type { Some } from '../../server/imports/lines.ts';

const texts = Array.from({ length: 23 }, (_, n) => `${n}\t${'王晓涵𠮷'.repeat(n % 5)}`);
const bytesOf = (all: readonly string[]): Buffer => {
  const lines = new Lines();
  for (const text of all) lines.add(text);
  return lines.take();
};

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (bytes: Buffer, size: number, first: number, together: number): Promise<Some[]> => {
  const all: Some[] = [];
  for await (const some of someLines(cut(bytes, size), first, together)) all.push(some);
  return all;
};

test.each([1, 2, 7, 64, 10_000])('in pieces of %i bytes, from any line on, each comes once and in order', async (size) => {
  const bytes = bytesOf(texts);
  for (let first = 0; first <= texts.length; first += 1) {
    const all = await read(bytes, size, first, 5);
    expect(all.flatMap(({ text }) => text.toString().split('\n'))).toEqual(texts.slice(first));
    expect(all.map(({ from }) => from)).toEqual(Array.from({ length: Math.ceil((texts.length - first) / 5) }, (_, i) => first + i * 5));
    expect(all.map(({ count }) => count)).toEqual(all.map(({ text }) => text.toString().split('\n').length));
  }
});

test('what was taken is not touched by what is added later, however long', () => {
  const lines = new Lines();
  lines.add('a');
  const taken = lines.take();
  lines.add('姓'.repeat(800_000));
  lines.add('b');
  expect(taken.toString()).toBe('a\n');
  expect(lines.take().toString()).toBe(`${'姓'.repeat(800_000)}\nb\n`);
});

test('lines are picked by their numbers', () => {
  expect(Buffer.from(pick(bytesOf(['a', '', '丙', 'd']), (n) => n % 2 === 0)).toString()).toBe('a\n丙\n');
  expect(pick(bytesOf([]), () => true)).toHaveLength(0);
});
