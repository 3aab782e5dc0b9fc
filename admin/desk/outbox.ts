/** Acts of the desk on their way to the office: one after the other, each with its own id, tried again until the office has answered. */
import type { Refusal } from '../case/refusal.ts';
import type { EventToSend } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';

/** `item`: the case it goes to. */
export type Act = { readonly item: string; readonly event: EventToSend };
export type Answer = { readonly kind: 'sent'; readonly after: CaseRecord } | Refusal;
/** `waiting` in order, the first perhaps under way; `trouble`: why nothing goes on; `refused`: by item. */
export type Standing = { readonly waiting: readonly Act[]; readonly trouble: 'cut' | 'signedOut' | null; readonly refused: ReadonlyMap<string, Refusal> };

export type Outbox = {
  add(act: Act): void;
  /** Takes back what has not set out yet; false where it is too late. */
  cancel(item: string): boolean;
  /** What was refused is known, and may go. */
  forget(item: string): void;
  /** After somebody has signed in again. */
  resume(): void;
  standing(): Standing;
  subscribe(changed: () => void): () => void;
};

const SOON_MS = 500;
const LATEST_MS = 8_000;

export const makeOutbox = (send: (act: Act) => Promise<Answer>, saved: (after: CaseRecord) => void): Outbox => {
  let now: Standing = { waiting: [], trouble: null, refused: new Map() };
  let underWay: Act | null = null;
  let pause = SOON_MS;
  const listeners = new Set<() => void>();

  const set = (changed: Partial<Standing>): void => {
    now = { ...now, ...changed };
    for (const tell of listeners) tell();
  };
  const without = (act: Act): readonly Act[] => now.waiting.filter((one) => one !== act);

  const take = (act: Act, answer: Answer): void => {
    pause = SOON_MS;
    if (answer.kind === 'sent') saved(answer.after);
    else if (answer.kind === 'stale' && answer.current) saved(answer.current);
    set({ waiting: without(act), trouble: null, ...(answer.kind !== 'sent' && { refused: new Map(now.refused).set(act.item, answer) }) });
  };

  const later = (): void => {
    setTimeout(() => void go(), pause);
    pause = Math.min(LATEST_MS, pause * 2);
  };

  const go = async (): Promise<void> => {
    const [act] = now.waiting;
    if (!act || underWay) return;
    underWay = act;
    const answer = await send(act);
    underWay = null;
    if (answer.kind === 'signedOut') return set({ trouble: 'signedOut' });
    if (answer.kind === 'offline' || answer.kind === 'busy') {
      set({ trouble: 'cut' });
      return later();
    }
    take(act, answer);
    return go();
  };

  return {
    add: (act) => {
      const refused = new Map(now.refused);
      refused.delete(act.item);
      set({ waiting: [...now.waiting, act], refused });
      void go();
    },
    cancel: (item) => {
      const act = now.waiting.findLast((one) => one.item === item);
      if (!act || act === underWay || now.trouble !== null) return false;
      set({ waiting: without(act) });
      return true;
    },
    forget: (item) => {
      const refused = new Map(now.refused);
      if (refused.delete(item)) set({ refused });
    },
    resume: () => {
      if (now.trouble === 'signedOut') set({ trouble: null });
      void go();
    },
    standing: () => now,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
};
