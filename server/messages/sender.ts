/** What carries a message out of the office. */
import type { Channel } from '../store/reminder-tables.ts';

/** `again`: an earlier try may have got through without anybody hearing of it. */
export type Message = { readonly id: string; readonly channel: Channel; readonly to: string; readonly subject: string; readonly words: string; readonly madeAt: string; readonly again: boolean };
/** Resolves once the message is out of our hands; throws `Unsent` or anything else where it is not. */
export type Sender = (message: Message) => Promise<void>;
export type Senders = Readonly<Record<Channel, Sender>>;

/** `code` says what went wrong, in a word that names nobody. */
export class Unsent extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`A message was not sent: ${code}.`);
    this.code = code;
  }
}

export const codeOf = (error: unknown): string => {
  if (error instanceof Unsent) return error.code;
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z][A-Z0-9_]{1,30}$/.test(code) ? code : 'failed';
};
