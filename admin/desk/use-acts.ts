/** What one does at the desk: each act goes to the outbox with its own id, and the next record that waits is there at once. */
import { useRef, useState } from 'react';
import type { Data, EventName } from '../../workflows/kit/words.ts';
import { newId } from '../case/new-id.ts';
import { fieldsOfEvent, type DeskPlace } from '../../workflows/kit/desk.ts';
import { deskMessages } from './messages.ts';
import type { Outbox } from './outbox.ts';
import { nextPending, type Row } from './rows.ts';

/** Chosen once for a sitting; ready when every field of it is. */
export type Sitting = { readonly values: Data; readonly ready: boolean; readonly set: (name: string, value: string) => void };
/** What is open over the record: the reasons, or a form that begins with something filled in. */
export type Open = { readonly kind: 'why' } | { readonly kind: 'form'; readonly event: EventName; readonly initial: Data } | null;
/** A key of the desk's words to be said to whoever acted. */
export type Notice = 'sittingFirst' | 'busyHere' | 'notHere' | 'allDone' | null;

export const useSitting = ({ items, desk }: DeskPlace, today: string): Sitting => {
  const [values, setValues] = useState<Data>({ [desk.sitting[0] ?? '']: today });
  const names = fieldsOfEvent(items, desk.same).filter(({ name }) => desk.sitting.includes(name)).map(({ name }) => name);
  return { values, ready: names.every((name) => Boolean(values[name])), set: (name, value) => setValues((before) => ({ ...before, [name]: value })) };
};

/** Every tick of the group, for the act itself asserts them. */
export const assertedBy = ({ items, desk }: DeskPlace): Data => {
  const group = fieldsOfEvent(items, desk.same).find(({ name }) => name === desk.asserts);
  return { [desk.asserts]: Object.fromEntries((group?.fields ?? []).map(({ name }) => [name, true])) };
};

type At = { readonly place: DeskPlace; readonly outbox: Outbox; readonly sitting: Sitting; readonly rows: readonly Row[]; readonly shown: readonly Row[]; readonly here: Row | undefined; readonly go: (id: string) => void };

export const useActs = ({ place, outbox, sitting, rows, shown, here, go }: At) => {
  const { items, desk } = place;
  const [open, setOpen] = useState<Open>(null);
  const [notice, setNotice] = useState<Notice>(null);
  const acted = useRef<string[]>([]);

  const walkOn = (from: string): void => {
    const next = nextPending(shown, from) ?? nextPending(rows, from);
    setNotice(next === null ? 'allDone' : null);
    if (next !== null) go(next);
  };
  const send = ({ one }: Row, type: EventName, data: Data): void => {
    acted.current = [...acted.current.filter((id) => id !== one.id), one.id];
    outbox.add({ item: one.id, event: { id: newId(), type, data, version: one.version } });
  };
  /** Runs only where the record waits. */
  const waiting = (run: (row: Row) => void): void => {
    if (!here) return;
    setNotice(here.saving ? 'busyHere' : here.pending ? null : 'notHere');
    if (here.pending) run(here);
  };

  const same = (): void => waiting((row) => {
    if (!sitting.ready) return setNotice('sittingFirst');
    send(row, desk.same, { ...assertedBy(place), ...sitting.values });
    walkOn(row.one.id);
  });
  const change = (): void => waiting(() => setOpen({ kind: 'form', event: desk.change, initial: sitting.values }));
  const unable = (): void => waiting(() => setOpen({ kind: 'why' }));
  /** At once where the reason says enough, else by its form. */
  const because = (reason: string): void => waiting((row) => {
    const data = { [desk.reason]: reason };
    if (!items.forms[desk.unable]?.safeParse(data).success) return setOpen({ kind: 'form', event: desk.unable, initial: data });
    setOpen(null);
    send(row, desk.unable, data);
    walkOn(row.one.id);
  });

  const undo = (): void => {
    const last = acted.current.map((id) => rows.find(({ one }) => one.id === id)).findLast((row) => row && !row.pending);
    const row = here && !here.pending ? here : last;
    if (!row) return setNotice('notHere');
    go(row.one.id);
    if (row.saving) return setNotice(outbox.cancel(row.one.id) ? null : 'busyHere');
    if (!row.one.offers.some(({ type }) => type === desk.undo)) return setNotice('notHere');
    setNotice(null);
    outbox.add({ item: row.one.id, event: { id: newId(), type: desk.undo, data: { [desk.ground]: deskMessages.desk.undone.zh }, version: row.one.version } });
  };
  const step = (by: number): void => {
    const at = shown.findIndex(({ one }) => one.id === here?.one.id);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    setNotice(null);
    if (next) go(next.one.id);
  };

  return { same, change, unable, because, undo, next: () => step(1), previous: () => step(-1), walkOn, open, close: () => setOpen(null), notice };
};
export type Acts = ReturnType<typeof useActs>;
