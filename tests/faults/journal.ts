/** What was sent and what was answered, as the outside remembers it: no kill of the server touches this. */
import type { Data } from '../../workflows/kit/words.ts';

export type Write = {
  readonly person: string; readonly workflow: string; readonly caseId: string; readonly eventId: string;
  readonly path: string; readonly body: Data;
  /** Kills that came between the sending and its answer. */
  caught: number;
  /** Null until it is answered. */
  answer: { readonly status: number; readonly version: number; readonly replayed: boolean } | null;
};

export type Fates = { readonly caught: number; readonly stood: number; readonly doneOnRetry: number; readonly refused: number; readonly unknown: number };

const wasAccepted = ({ answer }: Write): boolean => answer !== null && answer.status < 300;

export const makeJournal = () => {
  const writes: Write[] = [];
  const flying = new Set<Write>();
  const struck = new Set<Write>();
  return {
    writes,
    add: (write: Omit<Write, 'caught' | 'answer'>): Write => {
      const made = { ...write, caught: 0, answer: null };
      writes.push(made);
      return made;
    },
    leaves: (write: Write): void => void flying.add(write),
    /** It came back, with an answer or with the connection broken. Broken by a kill: it was caught in flight. */
    returns: (write: Write, answered: boolean): void => {
      flying.delete(write);
      if (struck.delete(write) && !answered) write.caught += 1;
    },
    isFlying: (): boolean => flying.size > 0,
    /** To be called at the moment of the kill. */
    strike: (): void => flying.forEach((write) => struck.add(write)),
    acknowledged: (): Write[] => writes.filter(wasAccepted),
    /** What became of the writes that a kill caught in flight. */
    fates: (): Fates => {
      const caught = writes.filter((write) => write.caught > 0);
      return {
        caught: caught.length,
        stood: caught.filter((write) => wasAccepted(write) && write.answer?.replayed).length,
        doneOnRetry: caught.filter((write) => wasAccepted(write) && !write.answer?.replayed).length,
        refused: caught.filter((write) => write.answer !== null && !wasAccepted(write)).length,
        unknown: caught.filter(({ answer }) => answer === null).length,
      };
    },
  };
};
export type Journal = ReturnType<typeof makeJournal>;
