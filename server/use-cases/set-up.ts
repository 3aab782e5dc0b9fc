/** Makes an office out of nothing, once, for whoever read the token on the server's own screen. */
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import type { Unit } from '../../workflows/office/units.ts';
import type { Office } from '../office.ts';
import { findOffice, insertOffice, lockMaking } from '../store/office-row.ts';
import { insertPeople, insertUnits } from '../store/people.ts';
import { hashSecret } from '../store/people-sessions.ts';
import { hashPassword, refusePassword } from '../password.ts';

const place = (digits: number) => z.strictObject({ code: z.string().regex(new RegExp(`^\\d{${digits}}$`)), name: z.string().trim().min(2).max(40), english: z.string().trim().max(80).optional() });

/** Codes of GB/T 2260: 6 digits for the district, 9 for the town, 12 for a village. */
export const SetUpBody = z.strictObject({
  token: z.string().max(200),
  district: place(6), town: place(9), villages: z.array(place(12)).max(200).default([]),
  username: z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/), name: z.string().trim().min(2).max(30), password: z.string().max(200),
});
export type SetUp = z.output<typeof SetUpBody>;
export type SetUpAnswer =
  | { readonly ok: true; readonly district: string }
  | { readonly ok: false; readonly reason: 'wrong-token' | 'made-already' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

type Place = SetUp['town'];

const unitOf = ({ code, name, english }: Place, kind: Unit['kind'], parent: string | null): Unit =>
  ({ id: code, name: { zh: name, en: english ?? name }, kind, parent, community: name.endsWith('社区') });

const errorsOf = ({ district, town, villages, username, name, password }: SetUp): FieldErrors => {
  const weak = refusePassword(password, [username, name, district.name, town.name]);
  return {
    ...(!town.code.startsWith(district.code) && { 'town.code': { zh: '镇代码应以区代码开头', en: 'The town’s code begins with the district’s' } }),
    ...(villages.some(({ code }) => !code.startsWith(town.code)) && { villages: { zh: '村居代码应以镇代码开头', en: 'A village’s code begins with the town’s' } }),
    ...(new Set(villages.map(({ code }) => code)).size < villages.length && { villages: { zh: '村居代码有重复', en: 'Two villages have the same code' } }),
    ...(weak && { password: weak }),
  };
};

export const isToken = (given: string, token: string): boolean => timingSafeEqual(hashSecret(given), hashSecret(token));

/** `at`: the machine's time. Everything is there afterwards, or nothing. */
export const setUpOffice = async ({ db }: Pick<Office, 'db'>, asked: SetUp, token: string, at: Date): Promise<SetUpAnswer> => {
  if (!isToken(asked.token, token)) return { ok: false, reason: 'wrong-token' };
  const errors = errorsOf(asked);
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors };
  const passwordHash = await hashPassword(asked.password);
  const district = asked.district.code;
  const units = [unitOf(asked.district, 'district', null), unitOf(asked.town, 'town', district), ...asked.villages.map((village) => unitOf(village, 'village', asked.town.code))];
  return db.transaction().execute(async (tx) => {
    await lockMaking(tx);
    if (await findOffice(tx)) return { ok: false, reason: 'made-already' };
    await insertUnits(tx, district, units, at);
    await insertPeople(tx, district, [{ id: asked.username, name: asked.name, posts: [{ post: 'admin', unit: district }] }], passwordHash, at);
    await insertOffice(tx, { district, kind: 'real' }, at);
    return { ok: true, district };
  });
};
