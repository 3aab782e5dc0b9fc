import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { makeApp } from '../../mock-api/app.ts';
import { makeMockTown } from '../../mock-api/town.ts';
import { workflows } from '../../workflows/index.ts';
import { httpDoor, type Door } from '../doors/http.ts';
import { contractHolds } from './contract.ts';
import { draftsHold } from './drafts.ts';
import { filesHold } from './files.ts';
import { findingsHold } from './findings.ts';
import { listsHold } from './lists.ts';
import { mockAlone } from './mock-alone.ts';
import { recordsHold } from './records.ts';

let server: Server | undefined;
afterAll(() => server?.close());

const openMock = async (): Promise<Door> => {
  const app = makeApp(await makeMockTown(workflows));
  server = await new Promise<Server>((resolve) => { const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening)); });
  return httpDoor('mock', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
};
let door: Promise<Door> | undefined;
const getDoor = (): Promise<Door> => (door ??= openMock());

contractHolds('mock', getDoor);
draftsHold('mock', getDoor);
filesHold('mock', getDoor);
listsHold('mock', getDoor);
recordsHold('mock', getDoor);
findingsHold('mock', getDoor);
mockAlone(getDoor);
