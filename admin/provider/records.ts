/** What the server answers with, as the panel reads it. */
import type { Flag } from '../../workflows/kit/sitting.ts';
import type { Notification } from '../../workflows/office/notifications.ts';
import type { Share, Verdict } from '../../workflows/office/monitoring/mean.ts';
import type { Data, EventName, Instant, Post, PostAtUnit, State, Text } from '../../workflows/kit/words.ts';

/** A value kept from the screen; `masked` shows what may be seen of it, e.g. `138****5678`. */
export type MaskedValue = { readonly masked: string };
export const isMasked = (value: unknown): value is MaskedValue =>
  typeof value === 'object' && value !== null && 'masked' in value && typeof value.masked === 'string';

export type Offer = { readonly type: EventName };
export type Blocked = { readonly type: EventName; readonly why: readonly string[] };

export type CaseRecord = {
  readonly id: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly parent: string | null;
  readonly subject?: string | null;
  /** What the case goes by, its number where the form has no name yet. */
  readonly title?: string;
  readonly state: State;
  readonly unit: string;
  readonly data: Data;
  readonly version: number;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  readonly offers: readonly Offer[];
  /** Only of a case read by itself: the rows of a list leave it out. */
  readonly blocked?: readonly Blocked[];
};

/** A file that went out of a case or came in for it. */
export type CaseFile = { readonly way: 'in' | 'out'; readonly name: string; readonly hash: string; readonly bytes: number; readonly person: string; readonly personName: string; readonly at: Instant };
/** What was read in a file that came in. */
export type TakenFile = { readonly hash: string; readonly name: string; readonly lines: readonly Data[] };
/** A budget line as the ledger has it, in fen. */
export type { Line as LedgerLine } from '../../workflows/kit/picture.ts';
/** What is published of a quarter. */
export type Disclosed = {
  readonly quarter: string;
  readonly lines: readonly { readonly unit: string; readonly unitName: Text; readonly group: string; readonly name: string; readonly fen: number; readonly on: string }[];
  readonly totals: readonly { readonly group: string; readonly count: number | null; readonly fen: number | null }[];
};
/** An entry of an account of the ledger; what was carried over from before has no workflow. */
export type LedgerEntry = { readonly id: string; readonly caseId: string; readonly workflow: string | null; readonly step: string; readonly fen: number; readonly at: Instant; readonly person: string };

/** One accepted event; name, post and unit are those of then. `behalf` is the name of the absent person for whom a substitute acted. */
export type LogRow = {
  readonly id: string;
  readonly version: number;
  readonly type: EventName;
  readonly from: State | null;
  readonly to: State;
  readonly at: Instant;
  readonly by: string;
  readonly name: string;
  readonly post: Post;
  readonly unit: string;
  readonly behalf: string | null;
  readonly form: Data;
  /** What was said is withheld until the last of several marks is given. */
  readonly unseen?: true;
};

/** A case in a sitting. `why`: what keeps it from being signed now; `result`: null while it is left. */
export type SittingItem = {
  readonly case: string; readonly workflow: string; readonly unit: string; readonly state: State; readonly title: string; readonly behalf: string | null;
  readonly flags: readonly Flag[]; readonly why: readonly string[]; readonly result: 'signed' | 'sentBack' | 'gone' | null; readonly at: Instant | null;
};
export type SittingRecord = { readonly id: string; readonly name: string; readonly at: Instant; readonly confirmed: boolean; readonly items: readonly SittingItem[] };
export type SittingSummary = { readonly id: string; readonly at: Instant; readonly total: number; readonly signed: number };
export type PhrasesRecord = { readonly own: readonly string[]; readonly office: readonly string[] };

/** One case that waits for the reader; `id` is the case's. */
export type InboxRow = {
  readonly id: string;
  readonly workflow: string;
  readonly unit: string;
  readonly state: State;
  readonly title: string;
  readonly dueAt: Instant | null;
  readonly since: Instant;
  readonly overdue: boolean;
  /** Name of the absent person for whom the reader would act. */
  readonly behalf?: string | null;
  readonly returned: boolean;
  /** Who urged it last since it stands there. */
  readonly urged?: { readonly name: string; readonly at: Instant; readonly words: string | null } | null;
};

/** Somebody asked that a case be gone on with; `state` and `posts`: where it stood, and whom it waited for. */
export type UrgeRecord = {
  readonly id: string; readonly person: string; readonly name: string; readonly post: Post; readonly behalf: string | null; readonly words: string | null; readonly at: Instant;
  readonly state: State; readonly posts: readonly Post[];
};
/** The latest first. `why`: what keeps the reader from urging it now; `from`: until when, where that passes by itself. */
export type UrgesRecord = { readonly urges: readonly UrgeRecord[]; readonly why: string | null; readonly from: Instant | null };

export type ReachRecord = { readonly mail: boolean; readonly mailAddress: MaskedValue | null; readonly sms: boolean; readonly phone: MaskedValue | null };
/** `mailAddress` and `phone` only where they were typed anew; empty to forget them. */
export type ReachToKeep = { readonly mail: boolean; readonly sms: boolean; readonly mailAddress?: string; readonly phone?: string };
/** A message that left the office, or did not. */
export type MessageRecord = {
  readonly id: string; readonly kind: string; readonly channel: 'mail' | 'sms'; readonly person: string | null; readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number; readonly why: string | null; readonly madeAt: Instant; readonly endedAt: Instant | null;
};
export type NotificationRecord = Notification & { readonly seen: boolean };

export type UnitRecord = { readonly id: string; readonly name: Text; readonly kind: 'district' | 'town' | 'village'; readonly parent: string | null };
export type PersonRecord = { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[] };
export type OfficeRecord = { readonly office: 'demo' | 'empty'; readonly clock: 'system' | 'manual'; readonly now: Instant };

/** An entry of the register: internal fields in lists, all of them by itself, sensitive ones masked. */
export type RegisterEntry = { readonly id: string; readonly unit: string } & Data;

/** A change of a register entry, by an accepted event of a case. */
export type Change = {
  readonly id: string;
  readonly at: Instant;
  readonly name: string;
  readonly workflow: string;
  readonly case: string;
  readonly fields: readonly string[];
  readonly before: Data;
  readonly after: Data;
};

/** How many cases of one process wait for me; how many of them are overdue, were sent back, were urged. */
export type InboxCount = { readonly workflow: string; readonly waiting: number; readonly overdue: number; readonly returned: number; readonly urged?: number };

/** What somebody typed into a form and has not sent; sensitive values masked. */
export type DraftRecord = { readonly data: Data; readonly version: number; readonly unit: string | null; readonly savedAt: Instant };

/** One event for many cases: `done` of `total` have a result, `refused` among them. */
export type BulkJob = {
  readonly id: string; readonly workflow: string; readonly type: EventName; readonly dryRun: boolean; readonly state: 'waiting' | 'running' | 'finished';
  readonly total: number; readonly done: number; readonly refused: number; readonly madeAt: Instant; readonly endedAt: Instant | null;
};
/** `why`: codes; `errors`: sentences for the fields of the form. */
export type BulkResult = { readonly id: string; readonly result: 'done' | 'refused'; readonly why: readonly string[]; readonly errors?: Readonly<Record<string, string>> };

/** Who read what of whom: `fields` are names, `ids` those of entries or cases. */
export type ReadingRecord = {
  readonly id: string; readonly at: string; readonly person: string; readonly personName: string; readonly posts: readonly string[];
  readonly resource: string; readonly ids: readonly string[]; readonly fields: readonly string[]; readonly reason: string | null;
};

/** How far everything is sealed anew under new keys. */
export type RotationRecord = {
  readonly id: string; readonly personName: string; readonly kinds: readonly string[]; readonly reason: string; readonly startedAt: string;
  readonly round: number; readonly walked: number; readonly total: number; readonly sealedAnew: number; readonly endedAt: string | null;
};

/** A file attached to a form, or brought for one. */
export type FileRecord = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number; readonly thumbnail: boolean };
/** With the field and the version of the event that names it. */
export type AttachedRecord = FileRecord & { readonly field: string; readonly version: number };

/** A file on its way into the register: `rows` were found, `good` of them can be loaded, `loaded` were taken so far, `skipped` of those were registered meanwhile. */
export type ImportRecord = {
  readonly id: string; readonly name: string; readonly bytes: number; readonly kind: 'xlsx' | 'csv'; readonly why: string | null;
  readonly state: 'uploaded' | 'checking' | 'checked' | 'loading' | 'loaded' | 'undoing' | 'undone' | 'refused' | 'discarded';
  readonly headers: readonly string[]; readonly dropped: readonly number[]; readonly mapping: Readonly<Record<string, number>>;
  readonly rows: number; readonly good: number; readonly wrong: number; readonly problems: number; readonly loaded: number; readonly skipped: number; readonly madeAt: Instant;
};
/** `row` as the file counts it, from 1. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] };
export type FileFault = { readonly row: number; readonly column: number | null; readonly header: string | null; readonly field: string; readonly title: string; readonly remedy: string };
/** What a check of the register found: `residents` in the reader's units, `elsewhere` how many more. */
export type FindingRecord = {
  readonly id: string; readonly rule: string; readonly level: string; readonly unit: string; readonly units: readonly string[]; readonly field: string | null; readonly occasion: string | null;
  readonly params: Readonly<Record<string, string | number>>; readonly state: 'open' | 'suppressed' | 'gone'; readonly elsewhere: number;
  readonly residents: readonly { readonly id: string; readonly name: string; readonly unit: string; readonly item: { readonly id: string; readonly workflow: string; readonly unit: string; readonly state: State } | null }[];
  readonly foundAt: Instant; readonly goneAt: Instant | null; readonly suppressedName: string | null; readonly suppressedAt: Instant | null; readonly reason: string | null;
};
type FoundOften = { readonly rule: string; readonly open: number; readonly suppressed: number };
export type FindingCounts = { readonly rules: readonly (FoundOften & { readonly level: string })[]; readonly villages: readonly (FoundOften & { readonly unit: string })[] };
/** A run of the checks over all records. */
export type CheckRunRecord = { readonly id: string; readonly at: Instant; readonly state: 'waiting' | 'running' | 'finished'; readonly done: number; readonly total: number };
/** A paper that may be made of a case as it stands. */
export type PaperRecord = { readonly name: string; readonly title: Text; readonly formats: readonly string[] };
/** Shares by one indicator: of all cases of a parent together, and of those in the reader's units. */
export type SharesRecord = { readonly indicator: string; readonly all: Share; readonly of: readonly (Share & { readonly case: string; readonly unit: string; readonly verdict: Verdict })[] };
/** A workbook that came back filled in: `nothing` of its `records` say nothing, `answers` by event, `faulty` and `conflicts` are rows. */
export type WorkbookRecord = {
  readonly id: string; readonly workflow: string; readonly parent: string; readonly unit: string; readonly name: string; readonly state: 'checked' | 'applied' | 'discarded'; readonly job: string | null; readonly madeAt: Instant;
  readonly counts: { readonly records: number; readonly nothing: number; readonly already: number; readonly answers: Readonly<Record<EventName, number>>; readonly conflicts: number; readonly faulty: number; readonly faults: number };
};
export type WorkbookKind = 'answer' | 'conflict' | 'fault';
/** `row` as the file counts it; `before`: what the register held, for new values. */
export type WorkbookRowRecord = {
  readonly row: number; readonly kind: WorkbookKind; readonly case: string | null; readonly code: string; readonly title: string; readonly event: EventName | null; readonly state: State | null;
  readonly cells: readonly { readonly label: string; readonly before: string | null; readonly after: string }[]; readonly faults: readonly { readonly at: string; readonly header: string; readonly text: string }[];
  readonly why: readonly string[]; readonly moved: readonly { readonly label: string; readonly was: string; readonly now: string }[];
};
