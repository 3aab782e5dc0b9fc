import { afterAll, expect, test } from 'vitest';
import { verifyChains } from '../../server/use-cases/verify-chains.ts';
import { workflows } from '../../workflows/index.ts';
import { storyDoor } from '../doors/over-http.ts';
import { storyTown } from '../stories/cast.ts';
import { chapters } from '../stories/chapters.ts';
import { tellAll } from '../stories/tell.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

const opened: Listening[] = [];
afterAll(async () => { for (const one of opened) await one.close(); });

tellAll('server', chapters, async (at) => {
  const one = await listeningOffice(workflows, at, storyTown());
  opened.push(one);
  return storyDoor(one.door);
});

test('what the stories left behind folds, and hangs together', async () => {
  expect(opened).toHaveLength(chapters.length);
  for (const { office } of opened) expect((await verifyChains(office)).faults).toEqual([]);
});
