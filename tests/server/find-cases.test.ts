/** Cases are found by the people they are about: the words of a list mean the same everywhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import type { Client } from '../doors/http.ts';
import { claims, MONDAY, storyTown, village } from '../stories/cast.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

const CLAIM = 'benefit-claim';
let office: Listening;
let clerk: Client;

beforeAll(async () => {
  office = await listeningOffice(workflows, MONDAY, storyTown());
  clerk = await office.door.as('village03');
  const opened = await clerk.send('POST', `/api/${CLAIM}`, { id: 'claim-1', unit: village(3), data: claims('quota-return-award', 0)(MONDAY) });
  if (opened.status !== 201) throw new Error(`the claim was not opened: ${opened.status}`);
});
afterAll(() => office.close());

const found = async (client: Client, q: string): Promise<string[]> => (await client.send<{ id: string }[]>('POST', `/api/${CLAIM}/search`, { filter: { q } })).body.map(({ id }) => id);

test.each(['安知远', '知远', '远', 'anzhiyuan', 'zhiyuan', 'azy', 'claim', 'claim-1', 'p900000', '河东 azy'])('a claim is found by %s', async (q) => expect(await found(clerk, q)).toEqual(['claim-1']));
test.each(['白若谷', 'anzhiyan', 'laim', '%', '柳岸 azy'])('and not by %s', async (q) => expect(await found(clerk, q)).toEqual([]));

test('in another village it is not there', async () => {
  expect(await found(await office.door.as('village01'), 'azy')).toEqual([]);
  expect(await found(await office.door.as('town1'), 'azy')).toEqual(['claim-1']);
});

test('a job for many means by the words what the list showed', async () => {
  const { body } = await clerk.send<{ total: number }>('POST', `/api/${CLAIM}/events`, { id: 'bulk-1', type: 'submit', data: {}, filter: { q: 'azy' }, dryRun: true });
  expect(body.total).toBe(1);
});
