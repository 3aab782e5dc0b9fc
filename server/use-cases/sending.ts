/** An event as it arrives, and the contract's order of answers up to the point where the rules are asked. */
import { idPattern } from '../../workflows/kit/ids.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import { unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { hashOf } from '../store/chain.ts';
import type { GivenAnswer } from '../store/idempotency.ts';
import type { CaseView } from './case-view.ts';
import type { Planned, Work } from './work.ts';

export type Sending = {
  readonly asker: Asker; readonly workflow: Workflow; readonly caseId: string; readonly opening: boolean;
  /** As it came: `{id, type, data, version}`, or `{id, unit, data}` of an opening. */
  readonly body: unknown;
  /** One form for many cases: each is taken as it stands, whatever its version. */
  readonly bulk?: true;
};

export type Sent =
  | { readonly done: true; readonly status: 200 | 201; /** The case as its sender may see it, as JSON in UTF-8: what is kept is what is sent. */ readonly answer: Buffer; readonly replayed: boolean }
  | { readonly done: false; readonly reason: 'absent' | 'id-reused' | 'version-missing' | 'not-offered' }
  /** Who sent it was known from earlier, and somebody's posts or sessions have changed since: to be sent again by who they are now. */
  | { readonly done: false; readonly reason: 'asker-changed' }
  | { readonly done: false; readonly reason: 'malformed'; readonly message: string }
  | { readonly done: false; readonly reason: 'stale'; readonly current: CaseView }
  | { readonly done: false; readonly reason: 'blocked'; readonly why: readonly string[] }
  | { readonly done: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

/** Refused at once, stale (the case is shown), or planned. */
export type Checked = { readonly sent: Sent } | { readonly stale: true } | { readonly planned: Planned };

type Body = Readonly<Record<string, unknown>>;
const asBody = (body: unknown): Body => (typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : {});
const no = (reason: 'absent' | 'id-reused' | 'version-missing' | 'not-offered'): Checked => ({ sent: { done: false, reason } });
const malformed = (message: string): Checked => ({ sent: { done: false, reason: 'malformed', message } });

const KEYS = { opening: ['id', 'unit', 'data'], event: ['id', 'type', 'data', 'version'] } as const;
const onlyKeys = (body: Body, keys: readonly string[]): boolean => Object.keys(body).every((key) => keys.includes(key));

export const eventIdOf = ({ opening, caseId, body }: Sending): string => {
  const { id } = asBody(body);
  return opening ? caseId : typeof id === 'string' && idPattern.test(id) ? id : '';
};
export const bodyHashOf = ({ body }: Sending): string => hashOf(body);

export const mayRead = (asker: Asker, workflow: Workflow, unit: string): boolean => unitsIn(asker, workflow.name, readersOf(workflow)).includes(unit);

const replay = (sending: Sending, given: GivenAnswer): Checked =>
  given.bodyHash === bodyHashOf(sending) ? { sent: { done: true, status: given.status === 201 ? 201 : 200, answer: given.answer, replayed: true } } : no('id-reused');

/** `kinds`: the kind of each unit named; null where there is none. */
const checkOpening = (work: Work, sending: Sending, given: GivenAnswer | undefined, kinds: ReadonlyMap<string, string>): Checked => {
  const { asker, workflow, caseId } = sending;
  const body = asBody(sending.body);
  const unit = typeof body['unit'] === 'string' ? body['unit'] : '';
  if (!unitsIn(asker, workflow.name).includes(unit) || kinds.get(unit) !== workflow.unit) return no('absent');
  if (given) return replay(sending, given);
  if (!onlyKeys(body, KEYS.opening)) return malformed('id, unit, data');
  if (work.held.has(caseId)) return no('id-reused');
  const birth = { id: caseId, unit, parent: null };
  return { planned: { caseId, workflow, birth, sender: asker, eventId: caseId, type: 'open', data: body['data'] ?? {}, at: asker.at } };
};

const checkEvent = (work: Work, sending: Sending, given: GivenAnswer | undefined): Checked => {
  const { asker, workflow, caseId } = sending;
  const stored = work.held.get(caseId);
  if (stored?.case.workflow !== workflow.name || !mayRead(asker, workflow, stored.case.unit)) return no('absent');
  if (given) return replay(sending, given);
  const body = asBody(sending.body);
  const { type, version } = body;
  const eventId = eventIdOf(sending);
  if (!onlyKeys(body, KEYS.event) || eventId === '' || typeof type !== 'string' || type.length > 100) return malformed('id, type, data, version');
  const planned: Planned = { caseId, workflow, birth: null, sender: asker, eventId, type, data: body['data'] ?? {}, at: asker.at };
  if (sending.bulk) return { planned: { ...planned, bulk: true } };
  if (version === undefined) return no('version-missing');
  if (!Number.isSafeInteger(version)) return malformed('version');
  return version === stored.case.version ? { planned } : { stale: true };
};

/** The contract's order: not there, said before, malformed, without a version, stale. The rest is the workflow's to say. */
export const checkSending = (work: Work, sending: Sending, given: GivenAnswer | undefined, kinds: ReadonlyMap<string, string>): Checked =>
  sending.opening ? checkOpening(work, sending, given, kinds) : checkEvent(work, sending, given);
