/** What a process declares: states, arrows, rules, branches, terms, forms and words. Data, and small pure functions. */
import type { z } from 'zod';
import type { Answers } from '../office/checks/acts.ts';
import type { FiledClaim } from '../office/checks/facts.ts';
import type { Town } from '../office/demo-town/town.ts';
import type { Exchange, Roster } from './exchange.ts';
import type { Evidence } from './evidence.ts';
import type { PaperKind } from './papers.ts';
import type { Disclosure, Poster } from './published.ts';
import type { Report } from './report.ts';
import type { Returns } from './returns.ts';
import type { Actor, Case, Data, Day, Effect, EventName, Instant, OtherCase, Entry, Person, Post, Query, Register, State, Step, TallyQuery, Text } from './words.ts';

/** What a function of a workflow is asked with. `form` is empty before the form is filled in. */
export type Question<D, E, F> = { readonly case: Case<D>; readonly form: E; readonly at: Instant; readonly actor: Actor; readonly facts: F };

/** A function of the case; the facts it reads are named on it by `reading`. */
export type Ask<D, E, F, R> = ((q: Question<D, E, F>) => R) & { readonly reads?: readonly string[] };

/** The same person may not act who took `step` — in this stay in the state, in this round, or ever. */
export type NotWho = { readonly step: Step; readonly since: 'entry' | 'round' | 'case' };

/** To the state from which `back` was entered; `but`: those from which another way of the arrow leads on. */
export type Back = { readonly back: State; readonly but?: readonly State[] };
export const back = (state: State, { but = [] }: { but?: readonly State[] } = {}): Back => ({ back: state, but });

export type Way<D, E, F> = {
  /** None: the case stays, and its term runs on. The same state: it is entered anew. */
  readonly to?: State | Back;
  /** Name of a branch; the last way of an arrow has none. */
  readonly when?: string;
  /** What changes in the case's data. */
  readonly keep?: Ask<D, E, F, Partial<D>>;
  /** Names of effects. */
  readonly do?: readonly string[];
  /** A new round of judgement begins. */
  readonly round?: true;
  /** The term of the state left stands still until a way back. */
  readonly pause?: true;
};

export type ArrowMeta = {
  readonly who: readonly Post[];
  readonly notWho?: readonly NotWho[];
  /** Codes of rules, asked before the form is filled in. */
  readonly rules?: readonly string[];
  /** Names of checks of the filled-in form: their sentence shows at the field. */
  readonly checks?: readonly string[];
  /** Nobody's duty: does not wait in an inbox (withdraw, object). The clock's: sent with what happens to another case, not when a term runs out. */
  readonly aside?: true;
  /**
   * Each sending is a mark that is counted; one person marks once in a stay, and nobody else sees it before the last is given.
   * `oneMatter`: all of the state's marks are about the same, so that earlier ones stay unseen where it is judged anew. `eachItsOwn`: what was settled is seen.
   */
  readonly mark?: 'oneMatter' | 'eachItsOwn';
  /** Says of each case what somebody saw there: never sent to many with one form (`one-by-one`). */
  readonly oneByOne?: true;
};
export type Arrow<D, E, F> = ArrowMeta & { readonly ways: readonly Way<D, E, F>[] };

/** Entering the state starts the term, leaving cancels it. Working days (day 1 is the working day after), or a moment. */
export type TermOf<D, F> = { readonly sends: EventName } & ({ readonly days: Ask<D, Data, F, number> } | { readonly until: Ask<D, Data, F, Instant> });

export type Tag = 'end' | 'good' | 'bad' | 'returned';
export type StateOf<D, E, F> = {
  readonly on: Readonly<Record<EventName, Arrow<D, E, F>>>;
  readonly term?: TermOf<D, F>;
  /** `end`: nothing is due any more, though a case may be reopened. `returned`: the inbox shows it under returned. */
  readonly tags?: readonly Tag[];
  /** Remembers the state from which it was entered. */
  readonly remembers?: true;
  /** Cases that wait here for one signature are worked through in a sitting. */
  readonly sitting?: Sitting;
};

/** `sign` and `back`: the events of the two keys. `facts`: fields of the list that a signer looks at first. */
export type Sitting = { readonly sign: EventName; readonly back: EventName; readonly facts: readonly string[] };

/** Something conspicuous about a case, in words. */
export type FlagOf<D> = { readonly text: Text; readonly of: (one: Case<D>) => boolean };

export type Check<D, E, F> = { readonly field: string; readonly text: Text; readonly ok: Ask<D, E, F, boolean> };

/** `month`: `YYYY-MM`. `above`: an id that stands for the case above, in whose place people read what that case is called. */
export type ListField = { readonly name: string; readonly label: Text; readonly type: 'text' | 'number' | 'day' | 'month' | 'money'; readonly above?: true; readonly options?: readonly { value: string; label: Text }[] };

/** What examples are made from: the asker's unit, what is free there, and cases that stand there. */
export type World = {
  readonly at: Instant;
  readonly unit: string;
  /** Other villages of the town, where the unit is a village; none where nobody said. */
  readonly neighbours?: readonly string[];
  /** Entries of the asker's unit without a live case of this workflow; at least one, or made-up ids where there is none. */
  readonly free: Readonly<Record<Register, readonly Entry[]>>;
  readonly cases: (workflow: string, states: readonly State[]) => readonly OtherCase[];
  /** The asker, some of the others with a post at the unit or below it, and the processes of each post; none where nobody asks. */
  readonly staff?: { readonly asker: Person; readonly others: readonly Person[]; readonly processes: Readonly<Record<Post, readonly string[]>> };
};

/** Cases of one parent that are worked through one after the other: what each key of the desk sends, and what is shown beside it. */
export type Desk = {
  readonly same: EventName; readonly change: EventName; readonly unable: EventName; readonly undo: EventName;
  /** Fields of the form of `same` that are chosen once for a sitting, the day first; and its group of ticks, which each act asserts anew. */
  readonly sitting: readonly string[]; readonly asserts: string;
  /** The choice in the form of `unable` that a digit makes, and the text in the form of `undo`. */
  readonly reason: string; readonly ground: string;
  /** The field of the data with the state of the month before, and the state in which nothing was to be remarked. */
  readonly last: string; readonly steady: State;
  /** Fields of the register entry, under the tick that asserts them. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The group in the form of `change` whose fields are the register's own, for their new values. */
  readonly values: string;
  /** The field of the case that keeps what the register held when those were proposed, under the same names. */
  readonly held: string;
  /** Entries of a list of one of the forms that a row of a workbook has room for; one where nothing is said. */
  readonly room: Readonly<Record<string, number>>;
  /** The act on many at once; the events of the parent that draw its sample and close it, and where the parent keeps it. */
  readonly sampled: EventName; readonly draw: EventName; readonly close: EventName; readonly sample: string;
};

/** Cases at these states are kept, sealed values and all, for so many years from the end of the year in which they came there. */
export type Kept = { readonly states: readonly State[]; readonly years: number };

export type Shares = { readonly hits: TallyQuery; readonly of: TallyQuery };

/**
 * Cases that say one after the other what holds of the same thing, any two of which can be laid side by side. `of`: the field of the list with
 * the thing; `no`, `from`: those by which they are told apart. `first`: what held before any of them, under the names of a case's data.
 */
export type Versions<D> = { readonly of: string; readonly no: string; readonly from: string; readonly first: (data: D) => Data };

export type WorkflowOf<D, E, F> = {
  readonly name: string;
  readonly version: number;
  readonly title: Text;
  /** One sentence for the menu and the documents. */
  readonly about: Text;
  /** Posts that may read cases beside those on the arrows. */
  readonly readers?: readonly Post[];
  /** The kind of unit a case is opened at. */
  readonly unit: 'village' | 'town';
  /** Workflow of the parent case, for cases that are born by one. */
  readonly parent?: string;
  /** The register entry a case is about. */
  readonly subject?: { readonly register: Register; readonly of: (data: D) => string | null };
  readonly key?: (data: D, unit: string) => string | null;
  /** How each fact is asked; null where the form has not said enough yet: the fact is then null. */
  readonly facts: { readonly [K in keyof F]: (q: Omit<Question<D, E, F>, 'facts'>) => Query | null };
  readonly open: Arrow<D, E, F>;
  readonly states: Readonly<Record<State, StateOf<D, E, F>>>;
  readonly rules: Readonly<Record<string, Ask<D, E, F, boolean>>>;
  readonly branches: Readonly<Record<string, Ask<D, E, F, boolean>>>;
  readonly checks: Readonly<Record<string, Check<D, E, F>>>;
  readonly effects: Readonly<Record<string, Ask<D, E, F, readonly Effect[]>>>;
  /** One form per event that a person sends; `open` among them. */
  readonly forms: Readonly<Record<EventName, z.ZodType>>;
  /**
   * `title`: the data field that names the case in lists. `fields`: what lists filter and sort by, P1 and P2 only.
   * `many`: there are tens of thousands of such cases, and by these of the fields (or the title) they are looked for and put in order:
   * each gets an index, and every event of every such case then keeps them all up to date.
   */
  readonly list: { readonly title: string; readonly fields: readonly ListField[]; readonly many?: readonly string[] };
  readonly messages: { readonly states: Readonly<Record<State, Text>>; readonly events: Readonly<Record<EventName, Text>>; readonly rules: Readonly<Record<string, Text>>; readonly tells?: Readonly<Record<string, Text>>; /** What people outside are told by SMS: nothing that says whose or what. */ readonly texts?: Readonly<Record<string, Text>> };
  /** What laws on archives and accounts keep from being erased. */
  readonly kept?: readonly Kept[];
  /** Events that answer for the register entry a case is about: checks look at how such answers are given. */
  readonly answers?: Answers;
  /** What a case says that the register says too, under the register's names (`spouse`: the spouse's identity number); null where it is not handed in, or over. */
  readonly filed?: (one: Case<D>) => { readonly resident: string; readonly values: readonly Omit<FiledClaim['values'][number], 'registered'>[] } | null;
  /** Shares by which a case is held against the others of its parent, by indicator of mean monitoring. */
  readonly shares?: Readonly<Record<string, (one: Case<D>) => Shares>>;
  /** The paper that tells of a case in figures. */
  readonly report?: Report;
  /** What a signer should look at twice, beside what is looked for in every case. */
  readonly flags?: Readonly<Record<string, FlagOf<D>>>;
  /** The field with the amount that may be above the usual, and the field by which cases are alike. */
  readonly usual?: { readonly amount: string; readonly alike: string };
  /** Data for every event, for the asker; one for each way that the form chooses. */
  readonly examples: (world: World) => Readonly<Record<EventName, Data | readonly Data[]>>;
  /** Fields of the data that name other cases, with the field of the unit where each of them lies. */
  readonly links?: readonly { readonly field: string; readonly label: Text; readonly workflow: string; readonly unit: string }[];
  /** What has to be done by when, in order, for as long as the case is under way. */
  readonly calendar?: (one: Case<D>) => readonly { readonly name: string; readonly label: Text; readonly day: Day }[];
  /** Children drawn to be looked at one by one: where the case keeps the draw, the event that says what was found of one, and where a child keeps the draw it was looked at for and what was found. */
  readonly sheet?: { readonly of: string; readonly draw: string; readonly event: EventName; readonly states: readonly State[]; readonly seed: string; readonly result: string };
  /** Where cases are worked through at a desk. */
  readonly desk?: Desk;
  /** A group in the form of an event whose fields say what is to hold from now on, and the field of the data that keeps what holds under the same names: shown side by side. */
  readonly proposes?: { readonly event: EventName; readonly values: string; readonly held: string; readonly versions?: Versions<D> };
  /** What sends its cases back. */
  readonly returns?: Returns;
  /** The field of the list, with its codes, by which the money of its cases is told apart. */
  readonly spends?: string;
  /** What the ledger holds of a case as it stands, by account, in fen: the check of the ledger holds the two together. */
  readonly books?: (one: Case<D>) => Readonly<Record<string, number>>;
  /** Where a file goes out of a case and another comes back. */
  readonly exchange?: Exchange<D>;
  /** Where a case has lines that stand for other cases. */
  readonly roster?: Roster<D>;
  /** The masked list that is put up each quarter. */
  readonly disclosure?: Disclosure<D>;
  /** Papers that are made of a case, in the order in which they are filed; and who takes its whole file for the archive. */
  readonly papers?: readonly PaperKind<D, F>[];
  readonly archivists?: readonly Post[];
  /** What whoever judges has beside a case that is about a person of the register. */
  readonly evidence?: Evidence<D>;
  /** The sheet that is hung up for all, on the wall and on a page without sign-in. */
  readonly poster?: Poster<D>;
  /** Sealed fields that are shown to those alone who may take one of the steps as the case stands, for a reason that is logged. */
  readonly revealed?: { readonly fields: readonly string[]; readonly to: readonly Step[]; readonly of: (one: Case<D>) => Readonly<Record<string, string | null>> };
  /** What happened in the demo town up to `at`, in any order; every case of it is replayed from this. */
  readonly demo?: (town: Town, at: Instant) => readonly DemoStep[];
};

/** One event of the demo town's past, sent as it was then; due events of the clock happen by themselves in between. */
export type DemoStep = { readonly case: string; readonly unit: string; readonly event: EventName; readonly by: string; readonly at: Instant; readonly data: Data; /** What the office's source of chance gave then. */ readonly seed?: number };

/** Any workflow, its own types forgotten. */
export type Workflow = WorkflowOf<Data, Data, Data>;

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
/** An empty form is no promise that every field is absent. */
type Named<O> = { [K in keyof O as string extends K ? never : K]: O[K] };
/** Every field of every form, each perhaps absent. */
export type FieldsOf<Forms extends Record<string, z.ZodType>> = Partial<UnionToIntersection<{ [K in keyof Forms]: Named<z.output<Forms[K]>> }[keyof Forms]>>;

/** The words of one process, typed by its data, its form fields and its facts. */
export const wordsFor = <D, E, F>() => ({
  arrow: (meta: ArrowMeta, ...ways: readonly Way<D, E, F>[]): Arrow<D, E, F> => ({ ...meta, ways }),
  /** Names the facts that a function reads; it gets no others. */
  reading: <K extends keyof F & string, R>(reads: readonly K[], ask: (q: Question<D, E, Pick<F, K>>) => R): Ask<D, E, F, R> =>
    Object.assign((q: Question<D, E, F>) => ask(q), { reads }),
  define: (workflow: WorkflowOf<D, E, F>): Workflow => workflow as unknown as Workflow,
});
