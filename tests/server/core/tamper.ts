/** Changes made behind the office's back, by the owner of the database with every guard off; taken back once they were looked for. */
import type { Office } from '../../../server/office.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';

/** What the office finds wrong after the statement, as `fault case@version`. */
export const tampered = async (office: Office, statement: string): Promise<string[]> => {
  const client = await office.pool.connect();
  try {
    await client.query('create table if not exists kept_log as select * from log; create table if not exists kept_cases as select * from cases; create table if not exists kept_seals as select * from office_seals');
    await client.query(`alter table log disable trigger all; ${statement}`);
    const { faults } = await verifyChains(office);
    return faults.map(({ what, caseId, version }) => `${what} ${caseId}@${version}`);
  } finally {
    await client.query('truncate log, cases, office_seals; insert into log select * from kept_log; insert into cases select * from kept_cases; insert into office_seals select * from kept_seals; alter table log enable trigger all');
    client.release();
  }
};
