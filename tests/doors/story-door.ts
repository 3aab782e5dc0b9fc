/** What a story needs of an office, whichever door leads into it. */
import type { Data, Instant } from '../../workflows/kit/words.ts';

/** What came of an event: the state it led to, or why it did not happen (codes of rules, names of fields, or the contract's word). */
export type Told = { readonly to: string } | { readonly no: readonly string[] };
export type LogLine = { readonly type: string; readonly from: string | null; readonly to: string; readonly actor: string; readonly post: string; readonly behalf: string | null };
export type Glimpse = {
  readonly state: string; readonly version: number; readonly unit: string; readonly data: Data; readonly dueAt: string | null;
  readonly offers: readonly string[]; readonly blocked: Readonly<Record<string, readonly string[]>>;
};
/** Which case is meant. */
export type Which = { readonly workflow: string; readonly id: string };

export type StoryDoor = {
  readonly name: string;
  now(): Promise<Instant>;
  /** Steps the office's clock forward, every due event happening at its own moment. */
  clock(to: Instant): Promise<void>;
  open(by: string, which: Which, unit: string, data: Data): Promise<Told>;
  send(by: string, which: Which, event: string, data: Data): Promise<Told>;
  see(by: string, which: Which): Promise<Glimpse>;
  log(by: string, which: Which): Promise<readonly LogLine[]>;
  /** Cases of a workflow with the given parent. */
  children(by: string, workflow: string, parent: string): Promise<readonly (Which & { readonly state: string; readonly data: Data })[]>;
  resident(by: string, id: string): Promise<Data>;
};
