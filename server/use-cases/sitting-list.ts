/** What waits for somebody's signature, with what is conspicuous about each case as it stands now. */
import { amountOf, flagsOf, sittingAt, sittingsOf } from '../../workflows/kit/sitting.ts';
import type { Flag } from '../../workflows/kit/sitting.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import { LONGEST_PAGE } from '../../workflows/kit/asked.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { findDuties } from '../store/find-inbox.ts';
import { findBeside, findCasesNow } from '../store/sittings.ts';
import type { About } from '../store/sittings.ts';
import { inTransaction } from '../store/transaction.ts';
import { offersTo } from './offered.ts';

export type Waiting = { readonly one: Case; readonly workflow: Workflow; readonly flags: readonly Flag[]; /** What keeps the asker from signing. */ readonly why: readonly string[]; readonly behalf: string | null };

const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);

const aboutOf = (workflow: Workflow, one: Case, asker: Asker): About => {
  const { usual, subject } = workflow;
  const counted = usual && amountOf(workflow, one) !== null;
  return {
    case: one.id, register: subject?.register ?? null, subject: one.subject, people: [...new Set([asker.id, ...one.memory.done.map(({ by }) => by)])],
    workflow: workflow.name, field: counted ? usual.amount : null, alike: counted ? usual.alike : null, value: counted ? text(one.data[usual.alike]) : null,
  };
};

/** Flags and hindrances of these cases, as they stand. */
export const lookAt = async (office: Office, asker: Asker, cases: readonly (Pick<Waiting, 'one' | 'behalf'>)[]): Promise<Waiting[]> => {
  const known = cases.flatMap(({ one, behalf }) => {
    const workflow = findWorkflow(office, one.workflow);
    return workflow ? [{ one, behalf, workflow }] : [];
  });
  const beside = await findBeside(office.db, office.district, known.map(({ one, workflow }) => aboutOf(workflow, one, asker)));
  const offered = await inTransaction(office.pool, (tx) => offersTo(office, tx, known.map(({ one, workflow }) => ({ one, workflow, asker }))));
  return known.map((each, i) => {
    const { one, workflow } = each;
    const sign = sittingAt(workflow, one.state)?.sign;
    const blocked = offered[i]?.blocked.find(({ type }) => type === sign)?.why;
    const free = offered[i]?.offers.some(({ type }) => type === sign) ?? false;
    return { ...each, flags: flagsOf(workflow, one, beside.get(one.id) ?? { findings: 0, errors: 0, relatives: [], usual: null }, asker.at), why: free ? [] : (blocked ?? ['not-offered']) };
  });
};

/** In the order of the inbox; a case where only something else of the asker's is to be done does not belong. */
export const findWaiting = async (office: Office, asker: Asker): Promise<Waiting[]> => {
  const places = office.workflows.flatMap((workflow) => sittingsOf(workflow).map(({ state }) => ({ workflow: workflow.name, state })));
  const oneOf = (field: 'workflow' | 'state') => ({ field, op: 'oneOf' as const, value: [...new Set(places.map((place) => place[field]))] });
  const { rows } = await findDuties(office.db, office.district, {
    conditions: [oneOf('workflow'), oneOf('state')], q: null, sort: { field: 'dueAt', desc: false }, offset: 0, limit: LONGEST_PAGE, after: null,
    person: asker.id, seats: asker.seats, stands: asker.stands ?? [], at: asker.at,
  });
  const wanted = rows.filter((row) => places.some(({ workflow, state }) => workflow === row.workflow && state === row.state));
  const cases = new Map((await findCasesNow(office.db, office, wanted.map(({ id }) => id))).map(({ case: one }) => [one.id, one]));
  const waiting = await lookAt(office, asker, wanted.flatMap(({ id, behalf }) => { const one = cases.get(id); return one ? [{ one, behalf }] : []; }));
  return waiting.filter(({ why }) => !why.includes('not-offered'));
};
