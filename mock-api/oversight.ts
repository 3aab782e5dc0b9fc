/** Who read whose data, and the keys: of the mock's own, which seals nothing. */
import type { Handler } from 'json-server';
import { isMisread } from '../workflows/kit/asked.ts';
import type { Data } from '../workflows/kit/words.ts';
import { tableOfReads } from '../workflows/office/read-table.ts';
import { readListUrl, sendMisread, type Fields } from './dialect.ts';
import { takeAway } from './export.ts';
import type { Mock } from './office.ts';
import type { Read } from './store.ts';

const WATCHERS = ['privacy_officer', 'auditor'];
const FIELDS: Fields = { at: 'at', person: 'person', resource: 'resource', subject: 'subject', reason: 'reason' };

export const makeOversightRoutes = ({ store, workflows }: Mock) => {
  const heldBy = (person: string) => store.people.find(({ id }) => id === person)?.posts ?? [];
  const isOneOf = (person: string, posts: readonly string[]): boolean => heldBy(person).some(({ post }) => posts.includes(post));
  const rowOf = ({ person, at, resource, id, fields, reason }: Read, n: number) => {
    const found = store.people.find((one) => one.id === person);
    return { id: String(n + 1), at, person, personName: found?.name ?? person, posts: heldBy(person).map(({ post, unit }) => `${post}@${unit}`), resource, ids: [id], fields, reason };
  };

  const reads = (person: string): Handler => (request, response) => {
    if (!isOneOf(person, WATCHERS)) return response.status(403).json({ reason: 'not-yours' });
    const list = readListUrl({ sort: '["at","DESC"]', ...request.query }, FIELDS);
    if (isMisread(list)) return sendMisread(request, response, list);
    const { range: [first, last] } = list;
    const found = rowsOf(list.filter);
    const page = found.slice(first, last + 1);
    return response.set('Content-Range', `reads ${first}-${first + page.length - 1}/${found.length}`).json(page);
  };

  /** Whoever reads a case reads of the person it is about. */
  const rowsOf = ({ subject, person: by, resource, reason, at_gte: from, at_lte: until }: Data) => {
    const about = new Set([subject, ...store.cases.filter((one) => one.subject === subject).map(({ id }) => id)]);
    return store.reads.map(rowOf).toReversed().filter((row) =>
      (subject === undefined || row.ids.some((id) => about.has(id))) && (reason === undefined || row.reason?.includes(String(reason))) && (by === undefined || row.person === by) && (resource === undefined || row.resource === resource) &&
      (from === undefined || row.at >= String(from)) && (until === undefined || row.at.slice(0, String(until).length) <= String(until)));
  };

  const exported = (person: string): Handler => (request, response) => {
    if (!isOneOf(person, WATCHERS)) return response.status(403).json({ reason: 'not-yours' });
    const { filter = {}, ...asked } = (request.body ?? {}) as { filter?: Data };
    const body = { sort: ['at', 'DESC'], ...asked };
    return takeAway(store, person, Object.assign(request, { body }), response, { resource: 'reads', table: tableOfReads([...workflows.values()]), fields: FIELDS, rowsOf: () => rowsOf(filter) });
  };

  /** Nothing is sealed here, so that no key is ever changed. */
  const rotations = (person: string): Handler => (_request, response) =>
    (isOneOf(person, [...WATCHERS, 'admin']) ? response.set('Content-Range', 'key-rotations 0--1/0').json([]) : response.status(403).json({ reason: 'not-yours' }));

  return { reads, exported, rotations };
};
