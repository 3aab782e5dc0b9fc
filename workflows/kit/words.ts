/** The words every room shares: case, actor, event, decision, offer, effect. Shapes only. */

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T01:00:00.000Z`; such strings compare as text. */
export type Instant = string;
/** Calendar date in the office's zone (Asia/Shanghai), `YYYY-MM-DD` as GB/T 7408. */
export type Day = string;
export type Lang = 'zh' | 'en';
export type Text = { readonly zh: string; readonly en: string };
export type Data = Record<string, unknown>;
export type State = string;
export type EventName = string;
/** Snake case: `village_clerk`. The clock acts in the post `clock`. */
export type Post = string;
/** `<state>.<event>`; opening is `.open`. */
export type Step = `${State}.${EventName}`;

/** The absent person for whom a substitute acts. */
export type Behalf = { readonly id: string; readonly name: string };
/** `behalf`: held for somebody who is away. */
export type PostAtUnit = { readonly post: Post; readonly unit: string; readonly behalf?: Behalf };

/** A person with the posts that cover the case's unit (the caller knows the tree of units), or the clock. */
export type Actor = { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[] };

export const CLOCK: Actor = { id: 'clock', name: 'clock', posts: [{ post: 'clock', unit: '' }] };

/** Who took which step, and when in the life of the case: by round and by entry into the state. */
export type Done = { readonly step: Step; readonly by: string; readonly post: Post; readonly round: number; readonly entry: number; /** Taken for somebody who was away: who, or `true` where that was not kept. */ readonly behalf?: string | true };
export type Mark = { readonly by: string; readonly post: Post; readonly data: Data };
export type Term = { readonly state: State; readonly sends: EventName; readonly dueAt: Instant; readonly fired: boolean };

/** What the case remembers for its workflow; derived from the log alone. */
export type Memory = {
  readonly round: number;
  /** Counts entries into states; the present stay is the highest. */
  readonly entry: number;
  readonly done: readonly Done[];
  /** Counted marks of the present stay. */
  readonly marks: readonly Mark[];
  /** For states that send back where a case came from: that state. */
  readonly origins: Readonly<Record<State, State>>;
  readonly term: Term | null;
  /** Working days left of terms that stand still, by state. */
  readonly paused: Readonly<Record<State, number>>;
};

export type Case<D = Data> = {
  readonly id: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly parent: string | null;
  /** Id of the register entry the case is about, where it has one. */
  readonly subject: string | null;
  /** Natural key that must be unique among live cases where the workflow says so. */
  readonly key: string | null;
  readonly unit: string;
  readonly state: State;
  readonly data: D;
  readonly version: number;
  readonly memory: Memory;
  readonly openedBy: string;
  readonly openedAt: Instant;
  /** When the present state was entered. */
  readonly enteredAt: Instant;
};

/** An event on its way to a case. `id` is the sender's, for sending the same thing twice safely; `bulk`: sent to many cases with one form. */
export type CaseEvent<E = Data> = { readonly id: string; readonly type: EventName; readonly actor: Actor; readonly at: Instant; readonly data: E; readonly bulk?: true };

export type FieldErrors = Record<string, Text>;

export type Refusal =
  | { readonly accepted: false; readonly reason: 'not-offered' }
  | { readonly accepted: false; readonly reason: 'blocked'; readonly why: readonly string[] }
  | { readonly accepted: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

export type Acceptance<D = Data> = {
  readonly accepted: true;
  readonly case: Case<D>;
  readonly effects: readonly Effect[];
  readonly from: State | null;
  readonly to: State;
  /** The post in which the actor acted. */
  readonly post: PostAtUnit;
  /** The form as parsed: what the log keeps. */
  readonly form: Data;
};

export type Decision<D = Data> = Acceptance<D> | Refusal;
export type Offers = { readonly offers: readonly { type: EventName }[]; readonly blocked: readonly { type: EventName; why: readonly string[] }[] };

/** A cell of the ledger, in fen; the entries of one posting sum to nothing. */
export type Posting = { readonly account: string; readonly fen: number };

/**
 * What the office does next. A closed list: `tell` becomes a job, `text` a message with its job; all others happen inside the transaction
 * of the event. `send` goes to other cases, by the same actor or, where nobody need hold a post there, by the clock; all must be accepted.
 */
export type Effect =
  | { readonly type: 'tell'; readonly what: string; readonly posts: readonly Post[] }
  /** A short message by SMS to somebody who is not of the office and asked for it; its words stand among the workflow's messages. */
  | { readonly type: 'text'; readonly what: string; readonly to: string }
  | { readonly type: 'send'; readonly workflow: string; readonly event: EventName; readonly to: readonly { id: string; data: Data }[] | SendTo; readonly as?: 'clock' }
  | { readonly type: 'openPerUnit'; readonly workflow: string; readonly kind: 'village'; readonly data: Data }
  /** One case per entry of the case's unit whose person lives; who moved away is verified too, so that they are handed over; with `among` only those of whom any of it is true. `lastAs`: the field that takes the state of the entry’s last case of the workflow, where there was one, leaving out those at the states `lastBut`. */
  | { readonly type: 'openPerRecord'; readonly workflow: string; readonly register: Register; readonly data: Data; readonly among?: Among; readonly lastAs?: string; readonly lastBut?: readonly State[] }
  /** Cases under this one about entries that came to its unit after its list was drawn up. */
  | { readonly type: 'openFor'; readonly workflow: string; readonly register: Register; readonly entries: readonly string[]; readonly data: Data }
  /** An entry that is not there yet; where it is, nothing happens. */
  | { readonly type: 'addEntry'; readonly register: 'households'; readonly id: string; readonly values: Data }
  | { readonly type: 'changeRegister'; readonly register: Register; readonly id: string; readonly values: Data }
  /** The sealed values of an entry go wherever they stand: register, history, cases, logs, drafts. The case remembers under `$erased` which log rows were touched. */
  | { readonly type: 'erase'; readonly register: Register; readonly id: string; readonly ground: string }
  | { readonly type: 'post'; readonly step: string; readonly entries: readonly Posting[] }
  /** Keeps, for good, the list of what a report covers: each case with its version, the head of its log and the figures it counts in. */
  | { readonly type: 'freeze'; readonly round: number; readonly what: FiguresQuery }
  /** Somebody holds an absent person’s post over these processes, from the first day to the last; at most one substitution for each case. */
  | ({ readonly type: 'substitute' } & Omit<Substitution, 'case'>)
  /** The substitution that this case began is over. */
  | { readonly type: 'endSubstitution' };

/** A post of somebody away, held for them by another for the processes named. */
export type Substitution = {
  readonly case: string; readonly absent: string; readonly substitute: string; readonly post: Post; readonly unit: string;
  readonly workflows: readonly string[]; readonly from: Day; readonly until: Day;
};
/** Somebody of the office: the posts held in their own name, and the substitutions they are part of that are not over. */
export type Person = { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[]; readonly substitutions: readonly Substitution[] };

/** All cases of the workflow that stand at one of the states, by their parent, by fields of their data (as `tally` does) or both, or by whom they are about; with `parentAt` only those whose parent stands there. */
export type SendTo = ({ readonly parent: string; readonly where?: Readonly<Record<string, string>> } | { readonly where: Readonly<Record<string, string>> } | { readonly subject: string }) &
  { readonly states: readonly State[]; readonly parentAt?: readonly State[]; readonly data: Data };

/**
 * Entries of residents that are looked at out of turn or in their turn: last verified before a day or never, changed since a moment by
 * anything but a verification as it stood, with an open finding, with their last case at one of the states, or in the part of the
 * register whose turn it is (the serial number at the end of the code, divided by `of`, leaves `is`).
 */
export type Among = {
  readonly verifiedBefore: Day; readonly changedSince: Instant; readonly flagged: true; readonly lastAt: readonly State[]; readonly part: { readonly of: number; readonly is: number };
};

export type Register = 'residents' | 'households';

/** How many cases match, and the sum of a numeric data field over them. */
export type TallyQuery = { readonly ask: 'tally'; readonly workflow: string; readonly parent?: string; readonly key?: string; readonly subject?: string; readonly unit?: string; readonly states?: readonly State[]; readonly except?: string; readonly ids?: readonly string[]; readonly where?: Readonly<Record<string, string>>; readonly sum?: string };

/** What a report counts: figures unit by unit among the cases it covers, which may be many; and the case of each unit that its table tells of. */
export type FiguresQuery = { readonly ask: 'figures'; readonly covers: readonly TallyQuery[]; readonly figures: Readonly<Record<string, TallyQuery>>; readonly children: { readonly workflow: string; readonly parent: string } };

/**
 * The closed list of what a decision may ask beyond its case. Store and mock answer each kind once.
 * Inside a transaction the answer holds until commit.
 */
export type Query =
  | TallyQuery
  | FiguresQuery
  /** Each of the cases that match, by id, with the named fields of its data; sealed ones stay sealed. `settled`: what is made of the answer cannot change any more, so that nothing is held for it. */
  | { readonly ask: 'roll'; readonly workflow: string; readonly where: Readonly<Record<string, string>>; readonly states?: readonly State[]; readonly fields: readonly string[]; readonly settled?: true }
  /** The files that were made of a case or taken in for it. */
  | { readonly ask: 'exchanged'; readonly case: string }
  /** Another case's state and data, or null. */
  | { readonly ask: 'case'; readonly workflow: string; readonly id: string }
  /** Fen that stand on an account of the ledger, or null where nothing was ever posted to it. */
  | { readonly ask: 'balance'; readonly line: string }
  /** A register entry without its sealed fields, or null. */
  | { readonly ask: 'entry'; readonly register: Register; readonly id: string }
  /**
   * How many open findings of a level concern the entries that a parent's cases are about. `mending`: not those whose
   * fields such a case, at one of the states, is about to change by what stands in its data under `by`.
   */
  | { readonly ask: 'findings'; readonly level: string; readonly parent: string; readonly mending?: { readonly states: readonly State[]; readonly by: string } }
  /** Whether the person has declared a relation to the register entry (recusal, 回避). */
  | { readonly ask: 'related'; readonly person: string; readonly register: Register; readonly id: string }
  /** What keeps the sealed values of an entry from being erased. */
  | { readonly ask: 'holds'; readonly register: Register; readonly id: string }
  /** Living people who came to the unit since a moment, entered or moved there, and of whom no such case stands at one of the states: their ids, in order. */
  | { readonly ask: 'arrivals'; readonly register: 'residents'; readonly unit: string; readonly since: Instant; readonly unlisted: { readonly workflow: string; readonly where: Readonly<Record<string, string>>; readonly states: readonly State[] } }
  /** Those of the files that a person may name for a case: brought by that person, or attached to the case already. */
  | { readonly ask: 'files'; readonly person: string; readonly case: string; readonly ids: readonly string[] }
  /** Somebody with a post at the unit or below it, or null. */
  | { readonly ask: 'person'; readonly id: string; readonly unit: string }
  /** Names of the processes in which a post has something to do. */
  | { readonly ask: 'processes'; readonly post: Post }
  /** What a random draw is made from: a parent’s cases that match now, and a seed that nobody could foresee. */
  | { readonly ask: 'lot'; readonly workflow: string; readonly parent: string; readonly states: readonly State[]; readonly where?: Readonly<Record<string, string>> };

export type Tally = { readonly count: number; readonly sum: number };
/** One case as a report's list has it: `head` is the hash of its last log row. */
export type Line = { readonly id: string; readonly version: number; readonly head: string };
/** `by`: how many in each unit. `hash`: over the lines of the cases counted. */
export type Counted = { readonly by: Readonly<Record<string, number>>; readonly hash: string };
/** `digest`: over the lines of all cases covered, answers and all, for each head commits to its log. */
export type Figures = { readonly cases: number; readonly digest: string; readonly figures: Readonly<Record<string, Counted>>; readonly children: readonly OtherCase[] };
export type Rolled = { readonly id: string; readonly state: State; readonly key: string | null; readonly subject: string | null; readonly values: Data };
/** `out`: made of the case; `in`: taken in for it, with what was read in it. */
export type KeptFile = { readonly way: 'out' | 'in'; readonly hash: string; readonly name: string; readonly lines: readonly Data[] };
/** `seed`: from 1 to 2³¹ − 1. `ids`: in order. */
export type Lot = { readonly seed: number; readonly ids: readonly string[] };
/** Cases with sealed values of the entry that are under way, the day until which a law keeps others, and files brought and not loaded yet: they may name anybody. */
export type Holds = { readonly underWay: number; readonly keptUntil: Day | null; readonly imports: number };
/** A file as decisions know it: what it is and how large, not what it holds. */
export type FileFact = { readonly id: string; readonly type: string; readonly bytes: number };
export type OtherCase = { readonly id: string; readonly state: State; readonly unit: string; readonly openedBy: string; readonly data: Data };
export type Entry = { readonly id: string; readonly unit: string; readonly values: Data };

/** What each question is answered with. */
type AnswerTo = {
  tally: Tally;
  findings: number;
  files: readonly FileFact[];
  case: OtherCase | null;
  balance: number | null;
  entry: Entry | null;
  related: boolean;
  lot: Lot;
  holds: Holds;
  roll: readonly Rolled[];
  exchanged: readonly KeptFile[];
  figures: Figures;
  /** Ids, in order. */
  arrivals: readonly string[];
  person: Person | null;
  /** Names. */
  processes: readonly string[];
};
export type Answer<Q extends Query = Query> = Q extends Query ? AnswerTo[Q['ask']] : never;
