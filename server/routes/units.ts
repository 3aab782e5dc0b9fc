/** `/api/units` and `/api/people`: the names behind the ids that cases carry; `/api/reads`: who read whose data. */
import type { FastifyInstance } from 'fastify';
import { holds, unitsOf } from '../asker.ts';
import { readList } from '../list-dialect.ts';
import type { Condition, Listable, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findColleagues, findUnits } from '../store/people.ts';
import { findReads } from '../store/reads.ts';
import { notYours, sendPage, unreadable } from './answers.ts';

const byId: Listable = { fields: { id: 'text' }, q: false, defaultSort: { field: 'id', desc: false } };
const reads: Listable = { fields: { at: 'instant', person: 'text', resource: 'text', subject: 'text' }, q: false, defaultSort: { field: 'at', desc: true } };
const MAY_ASK_WHO_READ = ['privacy_officer', 'auditor'];

const idsIn = (conditions: readonly Condition[]): string[] | null => {
  const found = conditions.find(({ field }) => field === 'id');
  return found ? [found.value].flat().map(String) : null;
};

const textOf = (conditions: readonly Condition[], field: string, op: Condition['op']): string | undefined => {
  const found = conditions.find((one) => one.field === field && one.op === op);
  return typeof found?.value === 'string' ? found.value : undefined;
};

export const unitRoutes = (app: FastifyInstance, { db, district }: Office): void => {
  app.get('/api/units', async ({ asker, query }, reply) => {
    const list = readList(query as RawList, byId);
    if (!list) return unreadable(reply);
    const ids = idsIn(list.conditions);
    const rows = await findUnits(db, district, unitsOf(asker).filter((id) => !ids || ids.includes(id)));
    return sendPage(reply, 'units', { rows, offset: 0, total: rows.length, estimated: false, next: null });
  });

  app.get('/api/people', async ({ asker, query }, reply) => {
    const list = readList(query as RawList, byId);
    if (!list) return unreadable(reply);
    const all = await findColleagues(db, district, unitsOf(asker), idsIn(list.conditions));
    const rows = all.slice(list.offset, list.offset + list.limit);
    return sendPage(reply, 'people', { rows, offset: list.offset, total: all.length, estimated: false, next: null });
  });

  app.get('/api/reads', async ({ asker, query }, reply) => {
    if (!MAY_ASK_WHO_READ.some((post) => holds(asker, post))) return notYours(reply);
    const list = readList(query as RawList, reads);
    const readable = list && list.sort.field === 'at' && list.sort.desc && list.conditions.every(({ field, op }) => (field === 'at' ? op === 'gte' || op === 'lte' : op === 'is'));
    if (!readable) return unreadable(reply);
    const { conditions, offset, limit } = list;
    const is = (field: string): string | undefined => textOf(conditions, field, 'is');
    const { rows, total } = await findReads(db, district, {
      person: is('person'), resource: is('resource'), subject: is('subject'), from: textOf(conditions, 'at', 'gte'), until: textOf(conditions, 'at', 'lte'), offset, limit,
    });
    return sendPage(reply, 'reads', { rows, offset, total, estimated: false, next: null });
  });
};
