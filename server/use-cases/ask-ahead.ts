/**
 * Asks what events will be judged by in the same breath in which their cases are taken, where this server knows how the
 * cases stood last: a turn less between server and database. What it knows only says what to ask: events are judged by
 * their cases as they are held, and a question that turns out to be another is asked then.
 */
import type { Query } from '../../workflows/kit/words.ts';
import type { Office } from '../office.ts';
import type { Stored } from '../store/case-rows.ts';
import { ask } from '../store/facts.ts';
import type { Answers } from '../store/facts.ts';
import { queriesOf } from './judge-wave.ts';
import { readingFor } from './reading.ts';
import { checkSending } from './sending.ts';
import type { Sending } from './sending.ts';
import type { Work } from './work.ts';

/** Cases, at some kilobytes each. */
const MOST = 500;
const memories = new WeakMap<Office, Map<string, Stored>>();

const memoryOf = (office: Office): Map<string, Stored> => {
  const known = memories.get(office) ?? new Map<string, Stored>();
  memories.set(office, known);
  return known;
};

/** How cases stand after their events; the last ones stay. */
export const remember = (office: Office, all: Iterable<Stored>): void => {
  const memory = memoryOf(office);
  for (const one of all) {
    memory.delete(one.case.id);
    memory.set(one.case.id, one);
  }
  for (const id of memory.keys()) {
    if (memory.size <= MOST) break;
    memory.delete(id);
  }
};

/** Quick, and without consequence where it was asked in vain: who draws a lot or holds a whole month does that when it is known to be wanted. */
const LIGHT: readonly Query['ask'][] = ['case', 'tally', 'balance', 'entry', 'related', 'roll', 'files', 'person'];
const NO_KINDS: ReadonlyMap<string, string> = new Map();

const expected = (work: Work, sendings: readonly Sending[]): Query[] => {
  const memory = memoryOf(work.office);
  const held = new Map(sendings.flatMap(({ caseId, opening }) => { const one = opening ? undefined : memory.get(caseId); return one ? [[caseId, one] as const] : []; }));
  const asIf: Work = { ...work, held };
  return sendings.filter(({ caseId }) => held.has(caseId)).flatMap((sending) => {
    const checked = checkSending(asIf, sending, undefined, NO_KINDS);
    return 'planned' in checked ? queriesOf(asIf, checked.planned) : [];
  });
};

/** Said after the cases are taken, and before anything is written; null where a case cannot be had, as its parent may be among them. */
export const askAhead = async (work: Work, sendings: readonly Sending[], taken: Promise<void>): Promise<Answers | null> => {
  const queries = expected(work, sendings).filter(({ ask: kind }) => LIGHT.includes(kind));
  if (queries.length === 0) return null;
  const ids = sendings.flatMap(({ caseId, opening }) => (opening ? [] : [caseId]));
  const [answers] = await Promise.all([ask(work.tx, readingFor(work.office, 'decide'), queries, new Set(ids)), taken]);
  return ids.every((id) => work.held.has(id)) ? answers : null;
};
