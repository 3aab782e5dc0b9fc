/** Carries one message out, tries again where it did not get out, and gives up after some tries. */
import type { Office } from '../office.ts';
import { enqueueMessages, MOST_TRIES } from '../jobs/messages.ts';
import { codeOf } from '../messages/sender.ts';
import type { Senders } from '../messages/sender.ts';
import { findStuck, settleMessage, takeMessage } from '../store/messages.ts';
import { inTransaction } from '../store/transaction.ts';

const STUCK_MS = 6 * 3_600_000;

/** Throws where it is to be tried again. Done once: what waits no more is left alone. */
export const sendMessage = async ({ db, keys, district, log }: Office, senders: Senders, id: string): Promise<void> => {
  const taken = await takeMessage(db, { keys, district }, id);
  if (!taken) return;
  const { tries, ...message } = taken;
  try {
    await senders[message.channel]({ ...message, again: tries > 1 });
  } catch (error) {
    const [why, last] = [codeOf(error), tries % MOST_TRIES === 0];
    await settleMessage(db, district, id, last ? 'failed' : 'waiting', why);
    if (!last) throw error;
    return log.warn({ message: id, why }, 'a message was given up');
  }
  await settleMessage(db, district, id, 'sent', null);
};

/** What waits though no job is left for it is queued anew. */
export const sendStuck = async (office: Office): Promise<void> => {
  const stuck = await findStuck(office.db, office.district, new Date(Date.now() - STUCK_MS));
  if (stuck.length > 0) await inTransaction(office.pool, (tx) => enqueueMessages(office.jobs, tx, stuck));
};
