/** Who read whose data, for those who watch over it. */
import { fromTo, isMisread, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { partOf, readList } from '../list-dialect.ts';
import type { Condition, Listable, ListQuery, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findReads } from '../store/reads.ts';
import type { Read, ReadsPage, ReadsQuery } from '../store/reads.ts';
import { momentsIn } from './find-cases.ts';
import type { Page } from './find-cases.ts';

const newestFirst = { zh: '请写成 ["at","DESC"]，或删除', en: 'Write it as ["at","DESC"], or remove it' };
const WATCHERS = ['privacy_officer', 'auditor'];
const listable: Listable = { fields: { at: 'instant', person: 'text', resource: 'text', subject: 'text', reason: 'text' }, q: false, defaultSort: { field: 'at', desc: true } };

export const mayWatch = (asker: Asker): boolean => WATCHERS.some((post) => holds(asker, post));

/** Newest first, page by page, by moments from and to, by all else as it is. */
const unanswerable = ({ conditions, sort, after }: ListQuery): Misread | null => {
  if (after !== null) return misreadAt('after', remedies.noCursor);
  if (sort.field !== 'at' || !sort.desc) return misreadAt('sort', newestFirst);
  const wrong = conditions.find(({ field, op }) => (field === 'at' ? op !== 'gte' && op !== 'lte' : op !== 'is'));
  return wrong ? misreadAt(partOf(wrong), wrong.field === 'at' ? fromTo('at') : wrong.op === 'oneOf' ? remedies.value : remedies.unknown) : null;
};

const textOf = (conditions: readonly Condition[], field: string, op: Condition['op']): string | undefined => {
  const found = conditions.find((one) => one.field === field && one.op === op);
  return typeof found?.value === 'string' ? found.value : undefined;
};

export const readsQueryOf = (raw: RawList): (ReadsQuery & ReadsPage) | Misread => {
  const asked = readList(raw, listable);
  const wrong = isMisread(asked) ? asked : unanswerable(asked);
  if (wrong || isMisread(asked)) return wrong ?? asked;
  const { conditions, offset, limit } = momentsIn(asked, listable);
  const is = (field: string): string | undefined => textOf(conditions, field, 'is');
  return { person: is('person'), resource: is('resource'), subject: is('subject'), reason: is('reason'), from: textOf(conditions, 'at', 'gte'), until: textOf(conditions, 'at', 'lte'), offset, limit };
};

/** Newest first. */
export const findWhoRead = async ({ db, district }: Office, asker: Asker, raw: RawList): Promise<Page<Read> | 'not-yours' | Misread> => {
  if (!mayWatch(asker)) return 'not-yours';
  const query = readsQueryOf(raw);
  return isMisread(query) ? query : { ...(await findReads(db, district, query, query)), offset: query.offset, next: null };
};
