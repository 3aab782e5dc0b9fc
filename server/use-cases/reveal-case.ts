/** Shows sealed fields of a case to those alone who may take the step that needs them now, for a reason; the reading is written down before the values leave. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import { unitsOf } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { inTransaction } from '../store/transaction.ts';
import { offersTo } from './offered.ts';
import { reasonErrors } from './reveal-entry.ts';
import type { Reveal, ToReveal } from './reveal-entry.ts';

const UNKNOWN = { fields: { zh: '所选项目不是可查看的密封项', en: 'These are not sealed fields that can be shown' } };

export const revealCase = (office: Office, asker: Asker, workflow: Workflow, id: string, asked: ToReveal): Promise<Reveal> =>
  inTransaction(office.pool, async (tx): Promise<Reveal> => {
    const { keys, district } = office;
    const { revealed } = workflow;
    const one = (await findCaseRow(tx.db, { keys, district }, workflow.name, unitsOf(asker, readersOf(workflow)), id))?.case;
    if (!one || !revealed) return { ok: false, reason: 'not-found' };
    const [offered] = await offersTo(office, tx, [{ workflow, asker, one }]);
    if (!offered?.offers.some(({ type }) => revealed.to.includes(`${one.state}.${type}`))) return { ok: false, reason: 'not-yours' };
    const errors = { ...reasonErrors(asked.reason), ...(asked.fields.some((name) => !revealed.fields.includes(name)) && UNKNOWN) };
    if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors };
    await logReads(tx.db, district, { id: asker.id, name: asker.name, posts: asker.seats }, `${workflow.name}/reveal`, [id], asked.fields, asked.reason.trim());
    const values = revealed.of(one);
    return { ok: true, values: Object.fromEntries(asked.fields.map((name) => [name, values[name] ?? null])) };
  });
