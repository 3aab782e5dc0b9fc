/** A template says of any record what the workflow says of it, or is none. */
import { expect, test } from 'vitest';
import { makeTemplate } from '../../workflows/kit/template.ts';
import type { RecordWords } from '../../workflows/kit/template.ts';

const TAGS = ['one', 'two'] as const;

test('holds a mark wherever a record’s own words go, with and without a case before', () => {
  const { marks, fresh, followed } = makeTemplate(({ id, name, last }: RecordWords) => ({ id: `month.${id}`, data: { record: id, name, ...(last && { last }) } }), TAGS);
  expect(fresh).toEqual({ id: `month.${marks.id}`, data: { record: marks.id, name: marks.name } });
  expect(followed.data).toEqual({ ...fresh.data, last: marks.last });
});

test.each([
  ['cuts them', ({ name }: RecordWords) => ({ surname: name.slice(0, 1) })],
  ['counts them', ({ name }: RecordWords) => ({ long: name.endsWith('one.name') })],
  ['judges them', ({ last }: RecordWords) => ({ again: last !== null && last.startsWith('one') })],
])('is refused where a workflow %s', (_how, make) => expect(() => makeTemplate<unknown>(make, TAGS)).toThrow(/nothing else/));
