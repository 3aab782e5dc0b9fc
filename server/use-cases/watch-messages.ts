/** What left the office and what did not, for its administrator: neither words nor addresses. */
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { enqueueMessages } from '../jobs/messages.ts';
import type { Office } from '../office.ts';
import { findMessages, reviveMessage } from '../store/messages.ts';
import type { MessageRow } from '../store/messages.ts';
import { inTransaction } from '../store/transaction.ts';

const MOST = 200;
const watches = (asker: Asker): boolean => holds(asker, 'admin');

/** Null where it is not the asker's to see. */
export const watchMessages = async ({ db, district }: Office, asker: Asker): Promise<MessageRow[] | null> => (watches(asker) ? findMessages(db, district, MOST) : null);

/** One that was given up is tried again. */
export const sendAgain = (office: Office, asker: Asker, id: string): Promise<'done' | 'absent' | 'not-yours'> => {
  if (!watches(asker)) return Promise.resolve('not-yours');
  return inTransaction(office.pool, async (tx) => {
    if (!(await reviveMessage(tx.db, office.district, id))) return 'absent';
    await enqueueMessages(office.jobs, tx, [id]);
    return 'done';
  });
};
