/** Files that a case sends out and takes in, and the lines that stand for other cases: what a process declares of them. Pure. */
import type { Case, Data, EventName, OtherCase, Text } from './words.ts';

export type Tone = 'good' | 'bad' | 'plain';
/** A line of the case as sent, or of the file where the case knows none. */
export type Finding = {
  readonly ref: string; readonly no: number | null; readonly fen: number | null;
  readonly found: string; readonly label: Text; readonly tone: Tone; readonly detail?: Text;
  /** What may be decided on it, with a ground; empty where the file speaks for itself. */
  readonly decisions: readonly { readonly value: string; readonly label: Text }[];
};
export type Settlement = { readonly ref: string; readonly decision: string; readonly basis: string };
export type Read = { readonly ok: true; readonly lines: readonly Data[] } | { readonly ok: false; readonly why: Text };

export type Exchange<D> = {
  readonly out: {
    /** Who may send this event may take the file; its form takes the hash under the name. */
    readonly event: EventName; readonly hash: string;
    readonly title: Text;
    /** The cases whose data stand in it, and the fields that are read for it. */
    readonly of: (one: Case<D>) => { readonly workflow: string; readonly ids: readonly string[] };
    readonly fields: readonly string[];
    readonly name: (one: Case<D>) => string;
    readonly table: (one: Case<D>, others: ReadonlyMap<string, OtherCase>) => { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  };
  readonly back: {
    readonly event: EventName; readonly hash: string;
    readonly title: Text;
    /** Fields of the event's form that the file fills in; nobody types them. */
    readonly fills: readonly string[];
    readonly read: (rows: readonly (readonly string[])[]) => Read;
    readonly findings: (one: Case<D>, lines: readonly Data[]) => readonly Finding[];
    readonly form: (lines: readonly Data[], settlements: readonly Settlement[]) => Data;
  };
};

/** One line of a case that stands for another case: what the three sides say of it, in fen; null where one says nothing. */
export type RosterLine = { readonly no: number; readonly id: string; readonly fen: number; readonly answer: { readonly fen: number; readonly label: Text; readonly tone: Tone } | null };
export type Roster<D> = {
  readonly workflow: string;
  readonly title: Text;
  readonly sides: { readonly other: Text; readonly own: Text; readonly answer: Text };
  readonly lines: (one: Case<D>) => readonly RosterLine[];
  /** What the other case says of its line here, in fen. */
  readonly saidBy: (one: Case<D>, other: OtherCase) => number | null;
  /** The sum by who bears it. */
  readonly parts: (one: Case<D>) => readonly { readonly label: Text; readonly fen: number }[];
};
