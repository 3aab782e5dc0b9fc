/** Writes what was decided, many cases at once: their log rows, then the cases with their places in the inbox. */
import type { Row } from '../../workflows/kit/advance.ts';
import type { Duty } from '../../workflows/kit/offers.ts';
import type { Case, Data, Instant, Memory } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { place, seal } from '../keys/seal.ts';
import { rowId } from './case-rows.ts';
import type { SealedNames, Stored } from './case-rows.ts';
import type { Born } from './case-tables.ts';
import { commitmentOf, newSalt, rowHash } from './chain.ts';
import type { ChainedRow } from './chain.ts';
import { arraysOf, namesOf, textArray, unnest } from './row-arrays.ts';
import type { Columns } from './row-arrays.ts';
import { sealLeaves } from './sealing.ts';
import type { Statement, Tx } from './transaction.ts';

/** One accepted event as it is written down. */
export type Entry = { readonly row: Row; readonly event: string; readonly name: string; readonly behalf: string | null };
export type Written = {
  readonly case: Case;
  readonly live: boolean;
  readonly returned: boolean;
  readonly dueAt: Instant | null;
  readonly asksAt: Instant | null;
  readonly duties: readonly Duty[];
  readonly changedAt: Instant;
  /** Hash of the row before. */
  readonly prev: string;
  readonly birth: Born | null;
  /** None for a case that is born with its parent. */
  readonly entry: Entry | null;
};
export type Where = { readonly keys: Keys; readonly district: string; readonly sealed: SealedNames };

export const CASE: Columns = [
  ['id', 'text'], ['workflow', 'text'], ['workflow_version', 'int'], ['parent', 'text'], ['subject', 'text'], ['key', 'text'], ['unit', 'text'], ['state', 'text'], ['live', 'boolean'],
  ['data', 'jsonb'], ['memory', 'jsonb'], ['version', 'int'], ['opened_by', 'text'], ['opened_at', 'timestamptz'], ['entered_at', 'timestamptz'], ['changed_at', 'timestamptz'],
  ['due_at', 'timestamptz'], ['asks_at', 'timestamptz'], ['head_hash', 'text'], ['birth', 'jsonb'],
];
const STAYS = ['id', 'workflow', 'workflow_version', 'parent', 'unit', 'opened_by', 'opened_at', 'birth'];
const CHANGES = CASE.filter(([name]) => !STAYS.includes(name));
const MOVED: Columns = [['id', 'text'], ...CHANGES];
const LOG: Columns = [
  ['case_id', 'text'], ['version', 'int'], ['event_id', 'text'], ['workflow', 'text'], ['type', 'text'], ['from_state', 'text'], ['to_state', 'text'], ['way', 'int'], ['at', 'timestamptz'],
  ['actor', 'text'], ['actor_name', 'text'], ['post', 'text'], ['unit', 'text'], ['behalf', 'text'], ['absent', 'text'], ['form', 'jsonb'], ['patch', 'jsonb'], ['term', 'jsonb'],
  ['salt', 'text'], ['commitment', 'text'], ['prev_hash', 'text'], ['hash', 'text'],
];
export const INBOX: Columns = [
  ['case_id', 'text'], ['post', 'text'], ['step', 'text'], ['workflow', 'text'], ['unit', 'text'], ['due_at', 'timestamptz'], ['since', 'timestamptz'], ['returned', 'boolean'], ['barred', 'text'],
];

/** What a wave may do to cases; one that opens none is most of them, and says nothing of opening. */
type Deeds = { readonly opens: boolean; readonly moves: boolean };

// In each statement $1 is the district; then come the arrays of each part, column by column.
const logging: Statement = { name: 'write-log', text: `insert into log (district, ${namesOf(LOG)}) select $1, r.* from ${unnest(LOG, 2)}` };

const writing = ({ opens, moves }: Deeds): Statement => {
  const opened = 2;
  const moved = opened + (opens ? CASE.length : 0);
  const waiting = moved + (moves ? MOVED.length : 0);
  const parts = [
    ...(opens ? [`opened as (insert into cases (district, ${namesOf(CASE)}) select $1, r.* from ${unnest(CASE, opened)})`] : []),
    ...(moves ? [
      `moved as (update cases c set ${CHANGES.map(([name]) => `${name} = r.${name}`).join(', ')} from ${unnest(MOVED, moved)} where c.district = $1 and c.id = r.id)`,
      `gone as (delete from inbox where district = $1 and case_id = any($${moved}::text[]) and (case_id, post) not in (select unnest($${waiting}::text[]), unnest($${waiting + 1}::text[])))`,
    ] : []),
  ];
  return {
    name: `write-cases${opens ? '-opened' : ''}${moves ? '-moved' : ''}`,
    text: `with ${parts.join(',\n')}
      insert into inbox (district, ${namesOf(INBOX)}) select $1, case_id, post, step, workflow, unit, due_at, since, returned, barred::text[] from ${unnest(INBOX, waiting)}
      on conflict (district, case_id, post) do update set step = excluded.step, barred = excluded.barred, due_at = excluded.due_at, since = excluded.since, returned = excluded.returned`,
  };
};

const opening = writing({ opens: true, moves: false });
const moving = writing({ opens: false, moves: true });
const doingBoth = writing({ opens: true, moves: true });

const asLog = ({ keys, district, sealed: names }: Where, { case: one, entry, prev }: Written) => {
  if (!entry) return null;
  const { row, event, name, behalf } = entry;
  const salt = newSalt();
  const commitment = commitmentOf(salt, row.form, row.patch);
  const at = rowId(district, `${one.id}@${one.version}`);
  const chained: ChainedRow = {
    case: one.id, version: one.version, event, workflow: one.workflow, type: row.type, from: row.from, to: row.to, way: row.way, at: row.at,
    actor: row.by, name, post: row.post.post, unit: row.post.unit, behalf, ...(row.absent !== undefined && { absent: row.absent }), term: row.term, commitment,
  };
  const sealed = <T extends Data>(column: string, data: T): T => sealLeaves(keys, names(one.workflow), { table: 'log', row: at, column }, data);
  return {
    case_id: one.id, version: one.version, event_id: event, workflow: one.workflow, type: row.type, from_state: row.from, to_state: row.to, way: row.way, at: row.at,
    actor: row.by, actor_name: name, post: row.post.post, unit: row.post.unit, behalf, absent: row.absent ?? null, form: sealed('form', row.form), patch: sealed('patch', row.patch),
    term: { is: row.term }, salt: seal(keys, place('log', at, 'salt'), salt), commitment, prev_hash: prev, hash: rowHash(prev, chained),
  };
};

export const asCase = ({ keys, district, sealed: names }: Where, written: Written, head: string) => {
  const { case: one, birth } = written;
  const sealed = <T extends Data>(column: string, data: T): T => sealLeaves(keys, names(one.workflow), { table: 'cases', row: rowId(district, one.id), column }, data);
  return {
    id: one.id, workflow: one.workflow, workflow_version: one.workflowVersion, parent: one.parent, subject: one.subject, key: one.key, unit: one.unit, state: one.state, live: written.live,
    data: sealed('data', one.data), memory: sealed('memory', one.memory as Memory & Data), version: one.version,
    opened_by: one.openedBy, opened_at: one.openedAt, entered_at: one.enteredAt, changed_at: written.changedAt, due_at: written.dueAt, asks_at: written.asksAt, head_hash: head,
    birth: birth === null ? null : { ...birth, data: sealed('birth', birth.data) },
  };
};

export const asInbox = ({ case: one, duties, dueAt, returned }: Written) =>
  duties.map(({ post, step, barred }) => ({ case_id: one.id, post, step, workflow: one.workflow, unit: one.unit, barred: textArray(barred), due_at: dueAt, since: one.enteredAt, returned }));

/** Each case at most once. Gives them back as they stand in the store now. */
export const writeCases = (tx: Tx, where: Where, all: readonly Written[]): Stored[] => {
  if (all.length === 0) return [];
  const logs = all.map((one) => asLog(where, one));
  const rows = logs.filter((one) => one !== null);
  if (rows.length > 0) tx.say(logging, [where.district, ...arraysOf(LOG, rows)]);
  tx.push();
  const heads = all.map(({ prev }, i) => logs[i]?.hash ?? prev);
  const cases = all.map((one, i) => asCase(where, one, heads[i] ?? ''));
  const [opened, moved] = [cases.filter(({ version }) => version === 1), cases.filter(({ version }) => version > 1)];
  const parts = [...(opened.length > 0 ? arraysOf(CASE, opened) : []), ...(moved.length > 0 ? arraysOf(MOVED, moved) : [])];
  tx.say(moved.length === 0 ? opening : opened.length === 0 ? moving : doingBoth, [where.district, ...parts, ...arraysOf(INBOX, all.flatMap(asInbox))]);
  tx.push();
  return all.map(({ case: one, changedAt, birth }, i) => ({ case: one, head: heads[i] ?? '', changedAt, birth }));
};
