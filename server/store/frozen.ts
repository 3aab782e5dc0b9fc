/** What a report counts, and the list that it freezes: the cases it covers, each with its version and the head of its log. */
import { sql } from 'kysely';
import type { Figures, FiguresQuery, Line, TallyQuery } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import { QUESTIONS, shapeOf } from './tallies.ts';
import type { Statement, Tx } from './transaction.ts';

/** The name of the whole list among those of the figures. */
const WHOLE = '';
type Named = TallyQuery & { readonly name: string };
const namedOf = ({ covers, figures }: FiguresQuery): Named[] => [...covers.map((query) => ({ ...query, name: WHOLE })), ...Object.entries(figures).map(([name, query]) => ({ ...query, name }))];

const LINE = `m.id || ' ' || m.version || ' ' || m.head_hash`;

/** Whoever is counted, once for each name: shapes stand in the text, as those of tallies do. */
const matching = (shapes: readonly string[]): string => `with m as (${shapes.map((shape, n) => `
  select q.name, c.id, c.version, c.head_hash, c.unit from json_to_recordset($2::json) as ${QUESTIONS}
  join cases c on c.district = $1 and c.workflow = q.workflow ${shape && `and ${shape}`} where q.shape = ${n}`).join(' union ')})`;

const statements = new Map<string, Statement>();
const statementFor = (kind: string, shapes: readonly string[], text: (m: string) => string): Statement => {
  const key = JSON.stringify([kind, shapes]);
  const known = statements.get(key) ?? { name: `${kind}-${statements.size}`, text: text(matching(shapes)) };
  statements.set(key, known);
  return known;
};

const asked = (query: FiguresQuery): { shapes: string[]; questions: string } => {
  const named = namedOf(query);
  const shapes = [...new Set(named.map(shapeOf))];
  return { shapes, questions: JSON.stringify(named.map((one) => ({ ...one, shape: shapes.indexOf(shapeOf(one)) }))) };
};

const held: Statement = { name: 'hold-children', text: 'select id from cases where district = $1 and workflow = $2 and parent = $3 order by id for update' };

/** Cases share their parent's row while they move: whoever holds the parents finds the same ones until commit. */
export const holdChildren = (tx: Tx, district: string, { children: { workflow, parent } }: FiguresQuery): void => tx.say(held, [district, workflow, parent]);

const count = (m: string): string => `${m}, per as (select name, unit, count(*)::int as count from m group by name, unit)
  select m.name, count(*)::int as count, encode(sha256(convert_to(string_agg(${LINE}, E'\\n' order by m.id), 'UTF8')), 'hex') as hash,
    (select json_object_agg(per.unit, per.count order by per.unit) from per where per.name = m.name) as by
  from m group by m.name`;

/** The hash over no line at all. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const countFigures = async (tx: Tx, district: string, query: FiguresQuery): Promise<Omit<Figures, 'children'>> => {
  const { shapes, questions } = asked(query);
  const rows = await tx.run<{ name: string; count: number; hash: string; by: Record<string, number> }>(statementFor('figures', shapes, count), [district, questions]);
  const found = new Map(rows.map((row) => [row.name, row]));
  const whole = found.get(WHOLE);
  return {
    cases: whole?.count ?? 0, digest: whole?.hash ?? NOTHING,
    figures: Object.fromEntries(Object.keys(query.figures).map((name) => { const row = found.get(name); return [name, { by: row?.by ?? {}, hash: row?.hash ?? NOTHING }]; })),
  };
};

const keep = (m: string): string => `${m}
  insert into frozen (district, case_id, round, item, version, head, figures)
  select $1, $3, $4, m.id, max(m.version), max(m.head_hash), coalesce(array_agg(m.name order by m.name) filter (where m.name <> '${WHOLE}'), '{}') from m group by m.id`;

/** Keeps the list as it stands in this transaction. */
export const freezeList = (tx: Tx, district: string, caseId: string, round: number, query: FiguresQuery): void => {
  const { shapes, questions } = asked(query);
  tx.say(statementFor('freeze', shapes, keep), [district, questions, caseId, round]);
};

export type FrozenLine = Line & { readonly figures: readonly string[] };

/** The list of one round, in the order of the ids. */
export const findFrozen = async (db: Db, district: string, caseId: string, round: number): Promise<FrozenLine[]> =>
  (await sql<FrozenLine>`select item as id, version, head, figures from frozen where district = ${district} and case_id = ${caseId} and round = ${round} order by item`.execute(db)).rows;

/** Lines whose version is not in the log with the head that the list says. A case born with its parent has no row of its own at first: its first row begins where it was born. */
export const findUnfrozen = async (db: Db, district: string, caseId: string, round: number): Promise<{ id: string; version: number }[]> =>
  (await sql<{ id: string; version: number }>`
    select f.item as id, f.version from frozen f
    left join cases c on c.district = f.district and c.id = f.item
    left join log l on l.district = f.district and l.case_id = f.item and l.version = f.version
    left join log n on n.district = f.district and n.case_id = f.item and n.version = f.version + 1
    where f.district = ${district} and f.case_id = ${caseId} and f.round = ${round}
      and f.head is distinct from coalesce(l.hash, case when c.birth is not null and f.version = 1 then coalesce(n.prev_hash, c.head_hash) end)
    order by f.item limit 1000`.execute(db)).rows;
