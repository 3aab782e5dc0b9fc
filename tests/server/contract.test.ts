import { afterAll } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { contractHolds } from '../contract/contract.ts';
import { MONDAY, storyTown } from '../stories/cast.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

let opened: Listening | undefined;
afterAll(() => opened?.close());

contractHolds('server', async () => {
  opened = await listeningOffice(workflows, MONDAY, storyTown());
  return opened.door;
});
