/** What the mock remembers: plain arrays, copied on write, so that a refused event leaves no trace. */
import type { Row } from '../workflows/kit/advance.ts';
import type { Erased } from '../workflows/kit/erased.ts';
import type { Case, Data, FieldErrors, Instant, Posting, Register, Step, Substitution } from '../workflows/kit/words.ts';
import type { Household, Relation, Resident, Staff } from '../workflows/office/demo-town/town.ts';
import type { Unit } from '../workflows/office/units.ts';

export type LogEntry = Row & { readonly case: string; readonly version: number; readonly event: string; readonly name: string };
export type LedgerEntry = Posting & { readonly case: string; readonly step: string };
export type Change = { readonly register: Register; readonly id: string; readonly at: Instant; readonly by: string; readonly case: string; readonly values: Data; readonly before: Data };
/** An accepted event by its sender's id: the same thing sent again gets the same answer. */
export type Seen = { readonly person: string; readonly case: string; readonly event: string; readonly body: string; readonly answer: unknown };
export type Read = { readonly person: string; readonly at: Instant; readonly resource: string; readonly id: string; readonly fields: readonly string[]; readonly reason: string };
/** A duty of one person: the inbox is these rows. */
export type Waiting = {
  readonly case: string; readonly person: string; readonly workflow: string; readonly unit: string; readonly state: string; readonly title: string;
  readonly step: Step; readonly dueAt: Instant | null; readonly since: Instant; readonly returned: boolean; readonly version: number; readonly openedAt: Instant;
  /** Name of the absent person as whose substitute this one would act. */
  readonly behalf: string | null;
};

export type JobResult = { readonly id: string; readonly result: 'done' | 'refused'; readonly why: readonly string[]; readonly errors?: FieldErrors };
/** One event for many cases: what was asked, and a result for each case that had its turn. */
export type Job = {
  readonly id: string; readonly person: string; readonly body: string; readonly workflow: string; readonly type: string; readonly dryRun: boolean; readonly total: number;
  readonly results: JobResult[]; readonly madeAt: string; endedAt: string | null;
};

/** What somebody typed and has not sent, by person, workflow, case and event. */
export type Draft = { readonly data: Data; readonly version: number; readonly unit: string | null; readonly savedAt: string };

/** A case on the list that a report froze, with the figures it counts in. */
export type FrozenRow = { readonly case: string; readonly round: number; readonly item: string; readonly figures: readonly string[] };

/** Who put a finding aside, and why. */
export type Aside = { readonly finding: string; readonly by: string; readonly name: string; readonly at: Instant; readonly reason: string };

/** A file that somebody brought, in memory, and the events that name files. */
export type MockFile = { readonly id: string; readonly person: string; readonly name: string; readonly type: string; readonly content: Uint8Array };
export type Attachment = { readonly case: string; readonly version: number; readonly file: string; readonly field: string };

/** Who urged a case; `body`: as it was sent. */
export type MockUrge = {
  readonly case: string; readonly body: string; readonly id: string; readonly person: string; readonly name: string; readonly post: string; readonly behalf: string | null;
  readonly words: string | null; readonly at: Instant; readonly state: string; readonly posts: readonly string[];
};

export type Store = {
  readonly units: readonly Unit[]; readonly people: readonly Staff[]; readonly relations: readonly Relation[];
  residents: Resident[]; households: Household[];
  readonly urges: MockUrge[]; readonly jobs: Job[]; readonly drafts: Map<string, Draft>;
  cases: Case[]; log: LogEntry[]; waiting: Waiting[]; ledger: LedgerEntry[]; changes: Change[]; seen: Seen[]; reads: Read[]; asides: Aside[]; frozen: FrozenRow[]; files: MockFile[]; attachments: Attachment[];
  /** What stands in place of fields of residents that were erased. */
  erased: Map<string, Readonly<Record<string, Erased>>>;
  /** Not over yet, whatever the day. */
  substitutions: Substitution[];
  now: Instant;
};

/** A copy that can be written to and thrown away; entries are never changed in place. */
export const draftOf = (store: Store): Store => ({
  ...store, residents: [...store.residents], households: [...store.households], cases: [...store.cases], log: [...store.log],
  waiting: [...store.waiting], ledger: [...store.ledger], changes: [...store.changes], seen: [...store.seen], reads: [...store.reads], asides: [...store.asides], frozen: [...store.frozen], files: [...store.files], attachments: [...store.attachments],
  substitutions: [...store.substitutions], erased: new Map(store.erased),
});

export const put = <T>(list: T[], same: (one: T) => boolean, value: T): void => {
  const at = list.findIndex(same);
  if (at < 0) list.push(value);
  else list[at] = value;
};
