import { afterAll } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { contractHolds } from '../contract/contract.ts';
import { draftsHold } from '../contract/drafts.ts';
import { filesHold } from '../contract/files.ts';
import { findingsHold } from '../contract/findings.ts';
import { listsHold } from '../contract/lists.ts';
import { recordsHold } from '../contract/records.ts';
import type { Door } from '../doors/http.ts';
import { MONDAY, storyTown } from '../stories/cast.ts';
import { checkAll } from './checks/check-all.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

let opened: Listening | undefined;
afterAll(() => opened?.close());

const openServer = async (): Promise<Door> => {
  opened = await listeningOffice(workflows, MONDAY, storyTown());
  return opened.door;
};
let door: Promise<Door> | undefined;
const getDoor = (): Promise<Door> => (door ??= openServer());

contractHolds('server', getDoor);
draftsHold('server', getDoor);
filesHold('server', getDoor);
listsHold('server', getDoor);
recordsHold('server', getDoor);
findingsHold('server', getDoor, async () => { if (opened) await checkAll(opened.office); });
