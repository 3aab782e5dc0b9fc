/** A sitting: somebody signs what waits for them, one by one or all that is clean at once, and gets a sheet of what came of it. */
import { z } from 'zod';
import { titleOf } from '../../workflows/kit/describe.ts';
import { sittingAt } from '../../workflows/kit/sitting.ts';
import type { Flag } from '../../workflows/kit/sitting.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import { readingAs } from '../asker.ts';
import type { Office } from '../office.ts';
import { findWorkflow } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { confirmSitting, findCasesNow, findItems, findSitting, findSittings, insertSitting, settleItems } from '../store/sittings.ts';
import type { Come, ItemRow } from '../store/sittings.ts';
import { sendEvent, sendEvents } from './send-events.ts';
import type { Sending, Sent } from './sending.ts';
import { mayRead } from './sending.ts';
import { findWaiting, lookAt } from './sitting-list.ts';
import type { Waiting } from './sitting-list.ts';

/** A confirmed sign-in lasts so long, in minutes. */
export const CONFIRMED = 30;
const NEWEST = 20;

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
export const BeginBody = z.strictObject({ id, password: z.string().min(1).max(1000) });
export const ConfirmBody = z.strictObject({ password: z.string().min(1).max(1000) });
/** One case as it was looked at, or all that are clean, with a form for each process. */
export const SignBody = z.union([
  z.strictObject({ case: z.string().max(200), act: z.enum(['sign', 'back']), version: z.int().min(1), data: z.record(z.string(), z.unknown()) }),
  z.strictObject({ clean: z.literal(true), forms: z.record(z.string(), z.record(z.string(), z.unknown())) }),
]);
export type SignBody = z.infer<typeof SignBody>;

export type SittingItem = Omit<ItemRow, 'at' | 'n'> & { readonly title: string; readonly at: string | null };
export type SittingView = { readonly id: string; readonly name: string; readonly at: string; readonly confirmed: boolean; readonly items: readonly SittingItem[] };

const itemOf = ({ one, workflow, flags, why, behalf }: Waiting) => ({ case: one.id, workflow: workflow.name, unit: one.unit, state: one.state, behalf, flags, why });

/** Sent twice it begins once; false where the id is somebody else's. The password was asked for by whoever calls. */
export const beginSitting = async (office: Office, asker: Asker, sitting: string): Promise<boolean> =>
  (await findSitting(office.db, office.district, asker.id, sitting)) !== null
  || insertSitting(office.db, office.district, { id: sitting, person: asker.id, name: asker.name, at: asker.at }, (await findWaiting(office, asker)).map(itemOf));

/** Its own sitter's alone; what the sitter may no longer read has no name. */
export const readSitting = async (office: Office, asker: Asker, sitting: string): Promise<SittingView | null> => {
  const { db, district } = office;
  const found = await findSitting(db, district, asker.id, sitting);
  if (!found) return null;
  const items = await findItems(db, district, sitting);
  const cases = new Map((await findCasesNow(db, office, items.map((one) => one.case))).map((one) => [one.case.id, one.case]));
  const titles = new Map([...cases.values()].flatMap((one) => {
    const workflow = findWorkflow(office, one.workflow);
    return workflow && mayRead(asker, workflow, one.unit) ? [[one.id, titleOf(workflow, one)] as const] : [];
  }));
  for (const [workflow, read] of Map.groupBy(items.filter((one) => titles.has(one.case)), (one) => one.workflow)) {
    await logReads(db, district, readingAs(asker, workflow), 'sittings', read.map((one) => one.case), ['title']);
  }
  return {
    id: found.id, name: found.name, at: found.at.toISOString(), confirmed: found.minutes < CONFIRMED,
    items: items.map(({ n: _n, at, ...one }) => ({ ...one, title: titles.get(one.case) ?? one.case, at: at?.toISOString() ?? null })),
  };
};

export const findMySittings = async ({ db, district }: Office, asker: Asker) =>
  (await findSittings(db, district, asker.id, NEWEST)).map(({ id: one, at, total, signed, minutes }) => ({ id: one, at: at.toISOString(), total, signed, confirmed: minutes < CONFIRMED }));

/** The sitting is the asker's; it counts as confirmed from now. */
export const confirmAnew = async (office: Office, asker: Asker, sitting: string): Promise<boolean> => {
  if (!(await findSitting(office.db, office.district, asker.id, sitting))) return false;
  await confirmSitting(office.db, office.district, sitting);
  return true;
};

const whyOf = (sent: Sent): readonly string[] => (sent.done ? [] : sent.reason === 'blocked' ? sent.why : [sent.reason]);
const sendingOf = (asker: Asker, sitting: string, { one, workflow }: Waiting, type: string, version: number, data: Data): Sending =>
  ({ asker, workflow, caseId: one.id, opening: false, body: { id: `${sitting}.${version}`, type, data, version } });

/** What waits still as it did; the rest is gone. */
const stillOpen = async (office: Office, asker: Asker, items: readonly ItemRow[]): Promise<{ waiting: Waiting[]; gone: Come[] }> => {
  const cases = new Map((await findCasesNow(office.db, office, items.map((one) => one.case))).map((one) => [one.case.id, one.case]));
  const standing = items.flatMap(({ case: caseId, state, behalf }) => {
    const one = cases.get(caseId);
    return one?.state === state ? [{ one, behalf }] : [];
  });
  const gone = items.filter((item) => !standing.some(({ one }) => one.id === item.case)).map((item): Come => ({ case: item.case, flags: item.flags, why: [], result: 'gone', at: asker.at }));
  return { waiting: await lookAt(office, asker, standing), gone };
};

const comeOf = ({ one, flags }: { one: { id: string }; flags: readonly Flag[] }, result: 'signed' | 'sentBack', sent: Sent, at: string): Come =>
  (sent.done ? { case: one.id, flags, why: [], result, at } : { case: one.id, flags, why: whyOf(sent), result: null, at: null });

/** Everything without a flag, and nothing else; what is flagged stays, and is told. */
const signClean = async (office: Office, asker: Asker, sitting: string, forms: Readonly<Record<string, Data>>): Promise<void> => {
  const items = (await findItems(office.db, office.district, sitting)).filter(({ result }) => result === null);
  const { waiting, gone } = await stillOpen(office, asker, items);
  const clean = waiting.filter(({ flags, why, workflow, one }) => flags.length === 0 && why.length === 0 && forms[`${workflow.name}.${one.state}`] !== undefined);
  const sent = await sendEvents(office, clean.map((each) => sendingOf(asker, sitting, each, sittingAt(each.workflow, each.one.state)?.sign ?? '', each.one.version, forms[`${each.workflow.name}.${each.one.state}`] ?? {})));
  const left = waiting.filter((each) => !clean.includes(each)).map(({ one, flags, why }): Come => ({ case: one.id, flags, why, result: null, at: null }));
  await settleItems(office.db, office.district, sitting, [...gone, ...left, ...clean.flatMap((each, i) => { const one = sent[i]; return one ? [comeOf(each, 'signed', one, asker.at)] : []; })]);
};

type Signed = { readonly ok: true; readonly sent: Sent | null } | { readonly ok: false; readonly reason: 'absent' | 'confirm-again' };

export const signInSitting = async (office: Office, asker: Asker, sitting: string, body: SignBody): Promise<Signed> => {
  const { db, district } = office;
  const found = await findSitting(db, district, asker.id, sitting);
  if (!found) return { ok: false, reason: 'absent' };
  if (found.minutes >= CONFIRMED) return { ok: false, reason: 'confirm-again' };
  if ('clean' in body) {
    await signClean(office, asker, sitting, body.forms);
    return { ok: true, sent: null };
  }
  const item = (await findItems(db, district, sitting)).find((one) => one.case === body.case);
  if (!item) return { ok: false, reason: 'absent' };
  const { waiting: [one], gone } = await stillOpen(office, asker, [item]);
  await settleItems(db, district, sitting, gone);
  const places = one && sittingAt(one.workflow, one.one.state);
  if (!one || !places) return { ok: true, sent: { done: false, reason: 'not-offered' } };
  const sent = await sendEvent(office, sendingOf(asker, sitting, one, body.act === 'sign' ? places.sign : places.back, body.version, body.data));
  await settleItems(db, district, sitting, [comeOf(one, body.act === 'sign' ? 'signed' : 'sentBack', sent, asker.at)]);
  return { ok: true, sent };
};
