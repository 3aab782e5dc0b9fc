/** What the processes are called: in menu and lists each name stands for all of its cases. */
import { expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';

test('every process is called by the plural of its cases in English, and no two by one name', () => {
  expect(workflows.map(({ title }) => title.en).filter((name) => !name.endsWith('s'))).toEqual([]);
  for (const lang of ['zh', 'en'] as const) expect(new Set(workflows.map(({ title }) => title[lang])).size, lang).toBe(workflows.length);
});
