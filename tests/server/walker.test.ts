import { afterAll, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { MONDAY, storyTown } from '../stories/cast.ts';
import { castOf } from '../walker/cast.ts';
import { walkEveryArrow } from '../walker/walk.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

let opened: Listening | undefined;
afterAll(() => opened?.close());

/** A sample: `npm run walk` goes on until nothing is left that it can reach. */
const LEAST = 80;

test('a program that knows only the definitions is accepted by the server, or refused by a declared code', { timeout: 420_000 }, async () => {
  opened = await listeningOffice(workflows, MONDAY, storyTown());
  const { walked, all, wrong } = await walkEveryArrow(opened.door, castOf(3), { seconds: 400, enough: LEAST });
  expect(wrong).toEqual([]);
  expect([...walked].filter((arrow) => !all.includes(arrow)), 'arrows that no definition tells of').toEqual([]);
  expect(walked.size).toBeGreaterThanOrEqual(LEAST);
});
