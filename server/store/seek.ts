/** People by what somebody typed: part of a name, its pinyin or initials, a code, a village, a number that is sealed. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { literally } from './list-sql.ts';

/** One piece of what was typed, in every way it may be meant. */
export type Sought = {
  readonly typed: string;
  /** As the words of names spell it; empty where it is no part of one. */
  readonly spelt: string;
  /** Villages of that name. */
  readonly units: readonly string[];
  /** Blind indexes of it as an ID number or a telephone, and the units whose people are found by them. */
  readonly sealed: { readonly ids: readonly string[]; readonly phones: readonly string[]; readonly units: readonly string[] } | null;
};

const list = (values: readonly string[]): RawBuilder<unknown> => sql`${[...values]}::text[]`;

const within = (units: readonly string[]): RawBuilder<unknown> => sql`r.unit = any(${list(units)})`;

const meanings = ({ typed, spelt, units, sealed }: Sought): RawBuilder<unknown>[] => [
  ...(spelt === '' ? [] : [sql`r.words like ${`% ${literally(spelt)}%`}`]),
  ...(/^\d+$/.test(typed) ? [sql`r.code like ${`${typed}%`}`] : []),
  ...(/^[A-Za-z-]+\d/.test(typed) ? [sql`r.id = ${typed}`, sql`r.household = ${typed}`] : []),
  ...(units.length === 0 ? [] : [within(units)]),
  ...(sealed && sealed.ids.length > 0 ? [sql`(r.id_index = any(${list(sealed.ids)}) and ${within(sealed.units)})`] : []),
  ...(sealed && sealed.phones.length > 0 ? [sql`(r.phone_index = any(${list(sealed.phones)}) and ${within(sealed.units)})`] : []),
];

/** Each piece must fit the resident `r` in one of its meanings. */
export const fits = (pieces: readonly Sought[]): RawBuilder<unknown>[] => pieces.map((piece) => {
  const all = meanings(piece);
  return all.length === 0 ? sql`false` : sql`(${sql.join(all, sql` or `)})`;
});

/** How well a resident fits: 0 by that very name, 1 where the name begins so, 2 by a part of it. */
export const rankOf = (q: string, pieces: readonly Sought[]): RawBuilder<unknown> => {
  const spelt = pieces.find((piece) => piece.spelt !== '')?.spelt ?? '';
  return sql`case when r.name = ${q} then 0 when r.words like ${`%  ${literally(spelt)}%`} then 1 else 2 end`;
};

/** The residents `r` of these units who fit. */
export const whoFit = (district: string, units: readonly string[], pieces: readonly Sought[]): RawBuilder<unknown> =>
  sql`from residents r where ${sql.join([sql`r.district = ${district}`, within(units), ...fits(pieces)], sql` and `)}`;
