/** What somebody is notified of: urged, overdue, near due, sent back, and what became of what they opened. */
import { z } from 'zod';
import { titleOf } from '../../workflows/kit/describe.ts';
import { nearUntil, notificationsOf } from '../../workflows/office/notifications.ts';
import type { Became, Notification, Waits } from '../../workflows/office/notifications.ts';
import type { Asker } from '../asker.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { findPressing, findSeen, markSeen } from '../store/notifications.ts';
import type { Pressing } from '../store/notifications.ts';
import { logReads } from '../store/reads.ts';
import { findDecided } from '../store/told.ts';
import type { Decided } from '../store/told.ts';
import { mayRead } from './sending.ts';

const MOST = 200;
const DECIDED_DAYS = 30;

export const SeenBody = z.strictObject({ keys: z.array(z.string().max(300)).max(MOST) });
export type NotificationView = Notification & { readonly seen: boolean };

const asWaits = (office: Office, { data, dueAt, since, urged, ...row }: Pressing): Waits => ({
  ...row, title: titleOf(findWorkflow(office, row.workflow), { id: row.id, data: data }), dueAt: dueAt?.toISOString() ?? null, since: since.toISOString(), urged: urged && { ...urged, at: new Date(urged.at).toISOString() },
});
const asBecame = (office: Office, { id, version, workflow, unit, data, type, to, by, name, behalf, at }: Decided): Became =>
  ({ id, version, workflow, unit, title: titleOf(findWorkflow(office, workflow), { id, data }), event: type, to, name: by === 'clock' ? null : name, behalf, at });

/** Of cases opened long ago nobody waits for news; what was opened and may no longer be read is left out. */
const find = async (office: Office, asker: Asker): Promise<NotificationView[]> => {
  const { db, district } = office;
  const since = new Date(Date.parse(asker.at) - DECIDED_DAYS * 86_400_000).toISOString();
  const [pressing, decided] = await Promise.all([
    findPressing(db, district, { person: asker.id, seats: asker.seats, stands: asker.stands ?? [] }, nearUntil(asker.at), MOST),
    findDecided(db, district, asker.id, since, MOST),
  ]);
  const mine = decided.filter(({ workflow: name, unit }) => {
    const workflow = findWorkflow(office, name);
    return workflow && mayRead(asker, workflow, unit);
  });
  const all = notificationsOf(pressing.map((row) => asWaits(office, row)), mine.map((row) => asBecame(office, row)), asker.at).slice(0, MOST);
  const seen = await findSeen(db, district, asker.id, all.map(({ key }) => key));
  return all.map((one) => ({ ...one, seen: seen.has(one.key) }));
};

/** The readings of titles and sentences are on record before they leave. */
export const findNotifications = async (office: Office, asker: Asker): Promise<NotificationView[]> => {
  const found = await find(office, asker);
  await logReads(office.db, office.district, { id: asker.id, name: asker.name, posts: asker.seats }, 'notifications', [...new Set(found.map(({ id }) => id))], ['title', ...(found.some(({ words }) => words) ? ['words'] : [])]);
  return found;
};

/** A number alone: nothing of a case is read. */
export const countNotifications = async (office: Office, asker: Asker): Promise<{ unread: number }> => ({ unread: (await find(office, asker)).filter(({ seen }) => !seen).length });

/** Only what the asker is notified of now. */
export const seeNotifications = async (office: Office, asker: Asker, keys: readonly string[]): Promise<{ unread: number }> => {
  const unread = (await find(office, asker)).filter(({ seen }) => !seen);
  const read = unread.filter(({ key }) => keys.includes(key));
  await markSeen(office.db, office.district, asker.id, read.map(({ key }) => key));
  return { unread: unread.length - read.length };
};
