/** Somebody asks whoever a case waits for to go on with it: at most once in some hours, and never themselves. */
import { z } from 'zod';
import { idPattern } from '../../workflows/kit/ids.ts';
import { urgedFrom, urgedPosts, urgeErrors, whyNotUrged } from '../../workflows/office/urging.ts';
import type { WhyNotUrged } from '../../workflows/office/urging.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, FieldErrors, Instant } from '../../workflows/kit/words.ts';
import { actorAt, readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { hashOf } from '../store/chain.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { findUrges, insertUrge } from '../store/urges.ts';
import type { GivenUrge, Urge } from '../store/urges.ts';
import { hold, inWork } from './in-work.ts';
import { mayRead } from './sending.ts';
import { tellDuties } from './tell-duties.ts';

/** `words`: a short sentence to whoever it waits for. */
export const UrgeBody = z.strictObject({ id: z.string().regex(idPattern), words: z.string().max(2_000).optional() });

/** `from`: when it may be urged next. */
export type UrgeView = Urge & { readonly from: Instant };
/** `why`: what keeps the asker from urging it now, and until when where that passes by itself. */
export type UrgesView = { readonly urges: readonly Urge[]; readonly why: WhyNotUrged | null; readonly from: Instant | null };
export type Urged =
  | { readonly done: true; readonly urge: UrgeView; readonly replayed: boolean }
  | { readonly done: false; readonly reason: 'absent' | 'id-reused' | 'malformed' | 'not-offered' }
  | { readonly done: false; readonly reason: 'blocked'; readonly why: WhyNotUrged; readonly from: Instant | null }
  | { readonly done: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

const plain = ({ bodyHash: _bodyHash, ...urge }: GivenUrge): Urge => urge;
const viewOf = (given: GivenUrge): UrgeView => ({ ...plain(given), from: urgedFrom(given.at) });
const idIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'id' in body ? body.id : null);

const refusalOf = (workflow: Workflow, one: Case, asker: Asker, last: Instant | null): Pick<UrgesView, 'why' | 'from'> => {
  const why = whyNotUrged(workflow, one, actorAt(asker, one.unit, workflow.name), last, asker.at);
  return { why, from: why === 'urged-recently' && last !== null ? urgedFrom(last) : null };
};

const replay = (given: GivenUrge, body: unknown): Urged => (given.bodyHash === hashOf(body) ? { done: true, urge: viewOf(given), replayed: true } : { done: false, reason: 'id-reused' });

/** In the contract's order: not there, said before, malformed, not offered, blocked, its words. The case is held, so that two who urge at once do it once. */
export const urgeCase = (office: Office, asker: Asker, workflow: Workflow, caseId: string, body: unknown): Promise<Urged> => inWork(office, async (work): Promise<Urged> => {
  const { tx: { db } } = work;
  await hold(work, [caseId]);
  const one = work.held.get(caseId)?.case;
  if (one?.workflow !== workflow.name || !mayRead(asker, workflow, one.unit)) return { done: false, reason: 'absent' };
  const urges = await findUrges(db, office.district, caseId);
  const given = urges.find(({ id, person }) => person === asker.id && id === idIn(body));
  if (given) return replay(given, body);
  const asked = UrgeBody.safeParse(body);
  if (!asked.success) return { done: false, reason: 'malformed' };
  const { why, from } = refusalOf(workflow, one, asker, urges[0]?.at ?? null);
  if (why === 'no-part') return { done: false, reason: 'not-offered' };
  if (why) return { done: false, reason: 'blocked', why, from };
  const words = asked.data.words?.trim() ?? '';
  const errors = urgeErrors(words);
  if (Object.keys(errors).length > 0) return { done: false, reason: 'invalid', errors };
  const as = actorAt(asker, one.unit, workflow.name).posts[0];
  const urge: GivenUrge = {
    id: asked.data.id, person: asker.id, name: asker.name, post: as?.post ?? '', behalf: as?.behalf?.name ?? null, words: words || null, at: asker.at,
    state: one.state, posts: urgedPosts(workflow, one), bodyHash: hashOf(body),
  };
  await insertUrge(db, office.district, { ...urge, caseId, workflow: workflow.name, unit: one.unit });
  tellDuties(work, workflow, [one]);
  return { done: true, urge: viewOf(urge), replayed: false };
});

/** Who urged the case so far, and whether the asker may; null where there is none in their units. What was written is on record as read. */
export const readUrges = async (office: Office, asker: Asker, workflow: Workflow, caseId: string): Promise<UrgesView | null> => {
  const { db, keys, district } = office;
  const stored = await findCaseRow(db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), caseId);
  if (!stored) return null;
  const urges = await findUrges(db, district, caseId);
  if (urges.some(({ words }) => words !== null)) await logReads(db, district, readingAs(asker, workflow.name), `${workflow.name}/urges`, [caseId], ['words']);
  return { urges: urges.map(plain), ...refusalOf(workflow, stored.case, asker, urges[0]?.at ?? null) };
};
