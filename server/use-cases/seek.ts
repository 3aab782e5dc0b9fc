/** What somebody typed into a search, in every way it may be meant. */
import { normaliseId } from '../../workflows/office/citizen-id.ts';
import { asSpelt, piecesOf } from '../../workflows/office/spelling.ts';
import type { Asker } from '../asker.ts';
import { idIndexes, phoneIndexes } from '../found-by.ts';
import type { Office } from '../office.ts';
import { findUnits } from '../store/people.ts';
import type { UnitNow } from '../store/people.ts';
import type { Sought } from '../store/seek.ts';
import { openUnits, readableUnits } from './sight.ts';

const ID = /^\d{17}[\dX]$/;
/** Mobile, landline with its area, landline without. */
const PHONE = /^(?:\+?86)?(?:1\d{10}|0\d{9,11}|[2-9]\d{6,7})$/;
/** Two Chinese characters or three letters may name a village. */
const MAY_NAME = /\p{Script=Han}{2}|[a-z]{3}/iu;

/** A number is one piece, however it is spaced. */
const cut = (q: string): string[] => {
  const close = normaliseId(q);
  return ID.test(close) || PHONE.test(close) ? [close] : piecesOf(q);
};

const sealedIn = ({ keys }: Office, asker: Asker, piece: string): Sought['sealed'] => {
  const units = openUnits(asker);
  if (units.length === 0) return null;
  const [ids, phones] = [ID.test(piece) ? idIndexes(keys, piece) : [], PHONE.test(piece) ? phoneIndexes(keys, piece) : []];
  return ids.length + phones.length > 0 ? { ids, phones, units } : null;
};

const isCalled = ({ kind, name }: UnitNow, piece: string): boolean =>
  kind === 'village' && (name.zh.startsWith(piece) || asSpelt(name.en.split(' ')[0] ?? '') === asSpelt(piece));

/** `byBody`: the words came in a body, so that they may be sealed numbers too. None where nothing was typed. */
export const seek = async (office: Office, asker: Asker, q: string | null, byBody: boolean): Promise<Sought[]> => {
  if (q === null) return [];
  const pieces = cut(q);
  const units = pieces.some((piece) => MAY_NAME.test(piece)) ? await findUnits(office.db, office.district, readableUnits(asker)) : [];
  return pieces.map((piece) => {
    const villages = MAY_NAME.test(piece) ? units.filter((unit) => isCalled(unit, piece)).map(({ id }) => id) : [];
    // The name of a village means the village, not people who are called like it.
    return { typed: piece, spelt: villages.length > 0 ? '' : asSpelt(piece), units: villages, sealed: byBody ? sealedIn(office, asker, piece) : null };
  });
};
