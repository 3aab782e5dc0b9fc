/** Who did what to a case, when, in which post, and from where to where. */
import { isMisread, LONGEST_PAGE, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import { readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { partOf, readList } from '../list-dialect.ts';
import type { Listable, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { countLog, findLog, toRow } from '../store/log-rows.ts';
import type { LogRow } from '../store/log-rows.ts';
import { logReads } from '../store/reads.ts';
import { dataSeen, personalNames } from './case-view.ts';
import type { Page } from './find-cases.ts';
import { unseenBy } from './unseen.ts';

export type LogView = {
  readonly id: string; readonly version: number; readonly type: string; readonly from: string | null; readonly to: string; readonly at: Instant;
  readonly actor: string; readonly name: string | null; readonly post: string; readonly unit: string; readonly behalf: string | null; readonly data: Data; /** Withheld until the last of several marks is given. */ readonly unseen?: true; readonly hash: string;
};

const listable: Listable = { fields: { id: 'text', version: 'number' }, q: false, defaultSort: { field: 'version', desc: false } };

/** `absent`: no such case in the asker's units. A log is not filtered. */
export const readLog = async (office: Office, asker: Asker, workflow: Workflow, id: string, raw: RawList): Promise<Page<LogView> | 'absent' | Misread> => {
  const { db, keys, district } = office;
  const where = { keys, district };
  const stored = await findCaseRow(db, where, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id);
  if (!stored) return 'absent';
  const query = readList({ ...raw, range: raw.range ?? [0, LONGEST_PAGE - 1] }, listable);
  if (isMisread(query)) return query;
  const [condition] = query.conditions;
  if (condition) return misreadAt(partOf(condition), remedies.unknown);
  if (query.after) return misreadAt('after', remedies.noCursor);
  const rows = await findLog(db, district, id, query.limit, query.offset, query.sort.desc);
  const personal = new Set<string>();
  const isUnseen = unseenBy(asker, workflow, stored.case);
  const view = (row: LogRow): LogView => {
    const { form } = toRow(where, row);
    const unseen = isUnseen(row);
    if (!unseen) for (const name of personalNames(workflow, form)) personal.add(name);
    return {
      id: `${row.case_id}@${row.version}`, version: row.version, type: row.type, from: row.from_state, to: row.to_state, at: row.at.toISOString(), actor: row.actor,
      name: row.post === 'clock' ? null : row.actor_name, post: row.post, unit: row.unit, behalf: row.behalf, data: unseen ? {} : dataSeen(workflow, asker, stored.case.unit, form), ...(unseen && { unseen: true as const }), hash: row.hash,
    };
  };
  const views = rows.map(view);
  await logReads(db, district, readingAs(asker, workflow.name), `${workflow.name}/log`, [id], [...personal]);
  return { rows: views, offset: query.offset, total: await countLog(db, district, id), estimated: false, next: null };
};
