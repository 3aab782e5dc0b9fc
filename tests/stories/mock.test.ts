import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { makeApp } from '../../mock-api/app.ts';
import { makeMock } from '../../mock-api/office.ts';
import { emptyStore } from '../../mock-api/town.ts';
import { workflows } from '../../workflows/index.ts';
import { httpDoor } from '../doors/http.ts';
import { storyDoor } from '../doors/over-http.ts';
import { storyTown } from './cast.ts';
import { chapters } from './chapters.ts';
import { tellAll } from './tell.ts';

const servers: Server[] = [];
afterAll(() => { for (const server of servers) server.close(); });

tellAll('mock', chapters, async (at) => {
  const app = makeApp(makeMock(workflows, emptyStore(at, storyTown())));
  const server = await new Promise<Server>((resolve) => { const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening)); });
  servers.push(server);
  return storyDoor(httpDoor('mock', `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});
