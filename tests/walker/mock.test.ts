import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { makeApp } from '../../mock-api/app.ts';
import { makeMock } from '../../mock-api/office.ts';
import { emptyStore } from '../../mock-api/town.ts';
import { workflows } from '../../workflows/index.ts';
import { httpDoor } from '../doors/http.ts';
import { MONDAY, storyTown } from '../stories/cast.ts';
import { castOf } from './cast.ts';
import { walkEveryArrow } from './walk.ts';

let server: Server | undefined;
afterAll(() => server?.close());

/** Arrows to which no program gets that knows only the definitions, and why. */
const BEYOND: Readonly<Record<string, readonly string[]>> = {
  'the present scheme has no approval number, so that nobody is commended': [
    'model-household|forwarded|confirm|commended', 'model-household|commended|proposeRevocation|revocationProposed', 'model-household|commended|expire|expired',
    'model-household|revocationProposed|confirmRevocation|revoked', 'model-household|revocationProposed|declineRevocation|commended',
  ],
};
/** A sample: `npm run walk` goes on until nothing is left that it can reach. */
const LEAST = 80;

test('a program that knows only the definitions walks the arrows of every workflow, or is refused by a declared code', { timeout: 420_000 }, async () => {
  const app = makeApp(makeMock(workflows, emptyStore(MONDAY, storyTown())));
  server = await new Promise<Server>((resolve) => { const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening)); });
  const { walked, all, wrong } = await walkEveryArrow(httpDoor('mock', `http://127.0.0.1:${(server.address() as AddressInfo).port}`), castOf(3), { seconds: 400, enough: LEAST });
  process.stdout.write(`walker: ${walked.size} of ${all.length} arrows\n`);
  expect(wrong).toEqual([]);
  expect([...walked].filter((arrow) => !all.includes(arrow)), 'arrows that no definition tells of').toEqual([]);
  for (const [why, arrows] of Object.entries(BEYOND)) for (const arrow of arrows) expect(walked.has(arrow), `${arrow}: ${why}`).toBe(false);
  expect(walked.size).toBeGreaterThanOrEqual(LEAST);
});
