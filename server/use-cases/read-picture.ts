/** The picture of the office for those who answer for others' work: each number is a count over the list it opens, in the units where the reader may read it. */
import { readersOf } from '../../workflows/kit/offers.ts';
import { longestIn, openStates, viewProcesses } from '../../workflows/kit/picture.ts';
import type { PictureView } from '../../workflows/kit/picture.ts';
import type { Day } from '../../workflows/kit/words.ts';
import { OVERSEEING_POSTS } from '../../workflows/office/posts.ts';
import { accountsOf, inYears, partsIn } from '../../workflows/office/spending.ts';
import { endOf, startOf } from '../../workflows/office/working-days.ts';
import { unitsHeld, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { sumParts } from '../store/ledger.ts';
import { countSentBack, countStanding, findEldest } from '../store/picture.ts';
import { mayRead, readLedger, spendingIn } from './read-ledger.ts';

const READERS: readonly string[] = OVERSEEING_POSTS;
/** A post held for somebody else counts in its processes alone. */
export const hasPicture = ({ seats }: Asker): boolean => seats.some(({ post }) => READERS.includes(post));

/** `unit`: of the cases that lie there alone. */
export type PictureAsked = { readonly from: Day; readonly to: Day; readonly unit: string | null };

const readMoney = async (office: Office, asker: Asker, asked: PictureAsked): Promise<PictureView['money']> => {
  if (!mayRead(asker)) return null;
  const lines = inYears(await readLedger(office), asked);
  return { lines, parts: partsIn(await sumParts(office.db, office.district, spendingIn(office), accountsOf(lines))) };
};

/** Null where the unit is none of the asker's. */
export const readPicture = async (office: Office, asker: Asker, asked: PictureAsked): Promise<PictureView | null> => {
  const { db, district } = office;
  const { from, to, unit } = asked;
  if (unit !== null && !unitsHeld(asker).includes(unit)) return null;
  const processes = office.workflows.map((workflow) => ({ workflow, units: unitsIn(asker, workflow.name, readersOf(workflow)).filter((one) => unit === null || one === unit) })).filter(({ units }) => units.length > 0);
  const looked = processes.map(({ workflow, units }) => ({ workflow: workflow.name, states: openStates(workflow), units }));
  const back = processes.flatMap(({ workflow: { name, returns }, units }) => (returns ? [{ workflow: name, returns, units }] : []));
  const [stood, sentBack, money] = await Promise.all([
    countStanding(db, district, looked, asker.at), countSentBack(db, district, back, { reasons: null, from: startOf(from), to: endOf(to) }), readMoney(office, asker, asked),
  ]);
  const eldest = await findEldest(db, district, longestIn(stood));
  return { at: asker.at, from, to, unit, processes: viewProcesses(processes.map(({ workflow }) => workflow), { stood, eldest, sentBack }, asker.at), money };
};
