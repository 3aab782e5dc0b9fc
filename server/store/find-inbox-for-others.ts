/** What waits for somebody who holds posts for others too: few people at a time, so that one question over all of it will do. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Seat, Stand } from '../asker.ts';

export type Whose = { readonly person: string; readonly seats: readonly Seat[]; readonly stands: readonly Stand[] };

const seatOf = ({ post, covers }: Seat): RawBuilder<unknown> => sql`(i.post = ${post} and i.unit = any(${[...covers]}::text[]))`;

/** A substitute's: for the processes named, where neither was barred, nor the substitute has a part or a relation of their own. */
const standOf = (person: string, { post, covers, workflows, behalf }: Stand): RawBuilder<unknown> => sql`(i.post = ${post} and i.unit = any(${[...covers]}::text[]) and i.workflow = any(${[...workflows]}::text[])
  and not ${behalf.id} = any(i.barred) and not exists (select from cases c where c.district = i.district and c.id = i.case_id and (
    exists (select from jsonb_array_elements(c.memory -> 'done') d where d ->> 'behalf' = ${person} or (d ->> 'by' = ${person} and d -> 'behalf' is null))
    or exists (select from relations l join residents r on r.district = l.district and r.id = l.resident where l.district = c.district and l.person = ${person} and c.subject in (r.id, r.household)))))`;

const anyOf = (ways: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`);
/** For whom: nobody where one of the asker's own posts will do. */
const behalfOf = ({ person, seats, stands }: Whose): RawBuilder<unknown> =>
  sql`case when ${anyOf(seats.map(seatOf))} then null ${sql.join(stands.map((stand) => sql`when ${standOf(person, stand)} then ${stand.behalf.name}::text`), sql` `)} end`;

/** A case stands here once, however many of the asker's posts it waits for, their own first. */
export const dutiesForOthers = (district: string, whose: Whose): RawBuilder<unknown> => sql`
  from (select distinct on (i.case_id collate "C") i.*, ${behalfOf(whose)} as behalf from inbox i
    where i.district = ${district} and not ${whose.person} = any(i.barred) and ${anyOf([...whose.seats.map(seatOf), ...whose.stands.map((stand) => standOf(whose.person, stand))])}
    order by i.case_id collate "C", behalf nulls first, i.post) waiting`;
