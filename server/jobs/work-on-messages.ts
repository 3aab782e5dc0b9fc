/** Sends what waits to leave the office, and writes the digests each working day. */
import type { Office } from '../office.ts';
import type { Senders } from '../messages/sender.ts';
import { sendMessage, sendStuck } from '../use-cases/send-message.ts';
import { writeDigests } from '../use-cases/write-digests.ts';
import { MESSAGE } from './messages.ts';
import type { ToSend } from './messages.ts';
import { workOn } from './queue.ts';

export const DIGEST = 'digest';
/** How messages leave, and at which hour of the day the digests are written. */
export type Outward = { readonly senders: Senders; readonly digestHour: number };

export const workOnMessages = async (office: Office, { senders, digestHour }: Outward): Promise<void> => {
  const { jobs } = office;
  if (!jobs) return;
  await workOn<ToSend>(jobs, MESSAGE, async (found) => {
    for (const { data: { id } } of found) await sendMessage(office, senders, id);
  });
  await jobs.work(DIGEST, async () => {
    await sendStuck(office);
    await writeDigests(office, digestHour);
  });
  await jobs.schedule(DIGEST, `0 ${digestHour} * * *`, null, { tz: 'Asia/Shanghai' });
  // A server that was away at the hour writes them when it comes back; what was written is not written again.
  await jobs.send(DIGEST, {});
};
