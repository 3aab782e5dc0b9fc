/** What is in hand inside one transaction: the cases held, and the events planned for them. */
import type { Birth } from '../../workflows/kit/advance.ts';
import { sealedNamesOf } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { CLOCK } from '../../workflows/kit/words.ts';
import type { Actor, Case, EventName, Instant, Refusal } from '../../workflows/kit/words.ts';
import { actorAt } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import type { SealedNames, Stored } from '../store/case-rows.ts';
import type { Answers } from '../store/facts.ts';
import type { Tx } from '../store/transaction.ts';

export type Work = {
  readonly office: Office;
  readonly tx: Tx;
  readonly sealed: SealedNames;
  /** Cases locked by this transaction, as they stand after its events so far. */
  held: Map<string, Stored>;
  /** Where nobody else can write yet, the cases as earlier work of this transaction left them: nothing that is read needs a lock. */
  readonly remembered: Map<string, Stored> | null;
  /** The seeds that a made-up past was dealt with, by the case that draws; null where chance is chance. */
  readonly seeds: ReadonlyMap<string, number> | null;
  /** What the events will be judged by, as it was asked when their cases were taken; for the first wave alone, as nothing was written before it. */
  ahead: Answers | null;
  /** Savepoints within savepoints: effects of effects. */
  depth: number;
};

/** Who sends it: a person in the posts that cover each case's unit, or the clock. */
export type Sender = Asker | 'clock';

export type Planned = {
  readonly caseId: string;
  readonly workflow: Workflow;
  /** Of an opening; an event of a case that is there has none. */
  readonly birth: Birth | null;
  readonly sender: Sender;
  readonly eventId: string;
  readonly type: EventName;
  readonly data: unknown;
  readonly at: Instant;
  /** The process whose event set this one off: a substitute there acts here too. */
  readonly through?: string;
  /** One form for many cases. */
  readonly bulk?: true;
  /** The case's own due time asks; its refusal is nobody's news. */
  readonly due?: true;
};

export type Outcome = { readonly accepted: true; readonly case: Case } | Refusal;

const NONE: ReadonlySet<string> = new Set();

export const sealedIn = (office: Pick<Office, 'workflows'>): SealedNames => (name) => {
  const workflow = findWorkflow(office, name);
  return workflow ? sealedNamesOf(workflow) : NONE;
};

export const startWork = (office: Office, tx: Tx, past: Pick<Work, 'remembered' | 'seeds'> = { remembered: null, seeds: null }): Work => ({ office, tx, sealed: sealedIn(office), held: new Map(), ...past, ahead: null, depth: 0 });

export const senderAt = (sender: Sender, unit: string, workflow: string): Actor => (sender === 'clock' ? CLOCK : actorAt(sender, unit, workflow));

export const blocked = (...why: string[]): Refusal => ({ accepted: false, reason: 'blocked', why });
