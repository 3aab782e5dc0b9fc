/** One digest a working day to whoever asked for it and has something waiting, the absent too: counts and case numbers, nothing of residents. */
import { isDigestTime, digestMail, digestText } from '../../workflows/office/digest.ts';
import type { Digest } from '../../workflows/office/digest.ts';
import { nearUntil } from '../../workflows/office/notifications.ts';
import { standsOn } from '../../workflows/kit/substitutes.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import { enqueueMessages } from '../jobs/messages.ts';
import { getWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { countDuties, findUrgent } from '../store/find-inbox.ts';
import type { Desk } from '../store/find-inbox.ts';
import { insertMessage } from '../store/messages.ts';
import type { NewMessage } from '../store/messages.ts';
import { findPerson } from '../store/people-asker.ts';
import { findReached } from '../store/reach.ts';
import type { Reach } from '../store/reach.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Tx } from '../store/transaction.ts';
import { tellTime } from './tell-time.ts';

const LISTED = 10;

/** Null where nothing waits. */
const digestOf = async (office: Office, { db }: Tx, desk: Desk, at: Instant): Promise<Digest | null> => {
  const { district } = office;
  const counts = await countDuties(db, district, { ...desk, at });
  if (counts.length === 0) return null;
  const near = await findUrgent(db, district, desk, { from: at, until: nearUntil(at) }, LISTED);
  const late = await findUrgent(db, district, desk, { from: null, until: at }, LISTED);
  const sum = (key: 'overdue' | 'returned' | 'urged'): number => counts.reduce((all, one) => all + one[key], 0);
  return {
    processes: counts.map(({ workflow, waiting }) => ({ title: getWorkflow(office, workflow).title, waiting })), overdue: sum('overdue'), near: near.total, returned: sum('returned'), urged: sum('urged'),
    urgent: [late, near].flatMap(({ rows }, i) => rows.map(({ id, workflow, dueAt }) => ({ id, title: getWorkflow(office, workflow).title, dueAt: dueAt.toISOString(), overdue: i === 0 }))),
  };
};

/** Its id is that of the person’s day: however often it is written, there is one. */
const messagesOf = ({ publicUrl }: Office, day: string, { person, mail, mailAddress, sms, phone, lang }: Reach & { readonly person: string }, digest: Digest): NewMessage[] => [
  ...(mail && mailAddress ? [{ id: `digest.${day}.${person}.mail`, kind: 'digest', channel: 'mail', person, to: mailAddress, ...digestMail(digest, lang, publicUrl ?? null) } as const] : []),
  ...(sms && phone ? [{ id: `digest.${day}.${person}.sms`, kind: 'digest', channel: 'sms', person, to: phone, subject: '', words: digestText(digest, lang) } as const] : []),
];

const writeOne = (office: Office, reached: Reach & { readonly person: string }, at: Instant): Promise<number> => inTransaction(office.pool, async (tx) => {
  const { keys, district, jobs } = office;
  const found = await findPerson(tx, district, reached.person);
  if (!found) return 0;
  const stands = found.stands.filter((stand) => standsOn(stand, dayOf(at)));
  const digest = await digestOf(office, tx, { person: reached.person, seats: found.seats, stands }, at);
  const made: string[] = [];
  for (const message of digest ? messagesOf(office, dayOf(at), reached, digest) : []) if (await insertMessage(tx.db, { keys, district }, message)) made.push(message.id);
  await enqueueMessages(jobs, tx, made);
  return made.length;
});

/** Gives how many were written. On days off, and before the hour, none. */
export const writeDigests = async (office: Office, hour: number): Promise<number> => {
  const at = await tellTime(office);
  if (!isDigestTime(at, hour)) return 0;
  let written = 0;
  for (const reached of await findReached(office.db, office)) if ((reached.mail && reached.mailAddress) || (reached.sms && reached.phone)) written += await writeOne(office, reached, at);
  return written;
};
