/** New keys, and everything sealed anew under them while the office works: asked by the administrator, done in the background, gone on with after a restart. */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { idPattern } from '../../workflows/kit/ids.ts';
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { beginRound, endRotation, findRotations, goOn, holdRotation, insertRotation } from '../store/rotations.ts';
import type { Rotation } from '../store/rotations.ts';
import { countRowsOf, sealRowsAnew } from '../store/seal-anew.ts';
import { sealedPlaces } from '../store/sealed-places.ts';
import { isConflict } from '../store/transaction.ts';

/** Rows of one transaction: others wait no longer than for these. */
const TOGETHER = 200;
const BETWEEN_TRIES_MS = 50;
/** A process that shares the folder of keys has seen the new ones by then; what it sealed before is met in another round. */
const SETTLED_MS = 6_000;
const BETWEEN_ROUNDS_MS = 500;

export const RotationBody = z.strictObject({ id: z.string().regex(idPattern), kinds: z.array(z.enum(['data', 'index'])).min(1).max(2), reason: z.string().trim().min(5).max(500) });
export type Asked = z.infer<typeof RotationBody>;

const mayTurn = (asker: Asker): boolean => holds(asker, 'admin');
const mayWatch = (asker: Asker): boolean => mayTurn(asker) || holds(asker, 'privacy_officer') || holds(asker, 'auditor');

export const findKeyRotations = async ({ db, district }: Office, asker: Asker): Promise<readonly Rotation[] | 'not-yours'> =>
  (mayWatch(asker) ? findRotations(db, district) : 'not-yours');

/** The new keys are on disk before the first row is sealed with them; `begin` queues the work. */
export const startRotation = async (office: Office, asker: Asker, { id, kinds, reason }: Asked, begin: (id: string) => Promise<void>): Promise<Rotation | 'not-yours' | 'under-way'> => {
  if (!mayTurn(asker)) return 'not-yours';
  const { db, district, keys } = office;
  const total = await countRowsOf(db, district, sealedPlaces);
  const begun = await db.transaction().execute(async (tx) => {
    const isNew = await insertRotation(tx, district, { id, person: asker.id, name: asker.name, kinds, reason, total });
    if (isNew) keys.renew(kinds);
    return isNew;
  });
  if (begun) await begin(id);
  return (await findRotations(db, district)).find((one) => one.id === id) ?? 'under-way';
};

type Went = 'further' | 'round' | 'ended';

/** One step, in one transaction with the note how far it went. */
const step = ({ db, district, keys }: Office, id: string): Promise<Went> => db.transaction().execute(async (tx) => {
  const standing = await holdRotation(tx, district, id);
  if (!standing) return 'ended';
  const place = sealedPlaces[standing.place];
  if (place) {
    const { after, walked, anew } = await sealRowsAnew(tx, keys, district, place, standing.after, TOGETHER);
    await goOn(tx, district, id, { place: after === null ? standing.place + 1 : standing.place, after, walked, anew });
    return 'further';
  }
  const settled = standing.inRound === 0 && Date.now() - standing.startedAt.getTime() > SETTLED_MS;
  if (settled) await endRotation(tx, district, id);
  else await beginRound(tx, district, id, await countRowsOf(tx, district, sealedPlaces));
  return settled ? 'ended' : 'round';
});

/** Goes on until it has ended or `enough` says so; true where it has ended. */
export const runRotation = async (office: Office, id: string, enough: () => boolean = () => false): Promise<boolean> => {
  while (!enough()) {
    const went = await step(office, id).catch(async (error: unknown): Promise<Went> => {
      if (!isConflict(error)) throw error;
      await sleep(BETWEEN_TRIES_MS);
      return 'further';
    });
    if (went === 'ended') return true;
    await (went === 'round' ? sleep(BETWEEN_ROUNDS_MS) : turn());
  }
  return false;
};
