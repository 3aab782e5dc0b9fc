/** A few cases standing in given states, for examples; what is sealed in them stays behind. */
import { sql } from 'kysely';
import type { Data, OtherCase, State } from '../../workflows/kit/words.ts';
import { withoutSealed } from './sealing.ts';
import type { Db } from './tables.ts';

const EACH = 5;
/** Chosen among so many, that two who ask at once seldom get the same. */
const AMONG = 40;

type Row = { id: string; state: string; unit: string; opened_by: string; data: Data };

export const sampleCases = async (db: Db, district: string, workflow: string, states: readonly State[], units: readonly string[]): Promise<OtherCase[]> => {
  const { rows } = await sql<Row>`
    select c.* from unnest(${[...states]}::text[]) as s(state) cross join lateral (
      select * from (
        select id, state, unit, opened_by, data from cases
        where district = ${district} and workflow = ${workflow} and state = s.state and unit = any(${[...units]}::text[]) limit ${AMONG}
      ) few order by random() limit ${EACH}
    ) c`.execute(db);
  return rows.map(({ opened_by, data, ...row }) => ({ ...row, openedBy: opened_by, data: withoutSealed(data) }));
};
