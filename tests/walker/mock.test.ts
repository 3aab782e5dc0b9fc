import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { makeApp } from '../../mock-api/app.ts';
import { makeMockTown } from '../../mock-api/town.ts';
import { getWorkflow } from '../../workflows/index.ts';
import { httpDoor } from '../doors/http.ts';
import { walkEveryArrow } from './walk.ts';

const CAST = ['village01', 'village02', 'town1', 'town2', 'town3', 'reviewer1', 'reviewer2', 'reviewer3', 'finance1', 'finance2', 'head1', 'head2', 'district1', 'privacy'];

let server: Server | undefined;
afterAll(() => server?.close());

test('a program that knows only the definitions is accepted, or refused by a declared code', { timeout: 300_000 }, async () => {
  const app = makeApp(await makeMockTown(['benefit-claim', 'payment-batch', 'model-household'].map(getWorkflow)));
  server = await new Promise<Server>((resolve) => { const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening)); });
  const { walked, wrong } = await walkEveryArrow(httpDoor('mock', `http://127.0.0.1:${(server.address() as AddressInfo).port}`), CAST, { seed: 6092, episodes: 10, steps: 25 });
  expect(wrong).toEqual([]);
  expect(walked.size).toBeGreaterThan(30);
});
