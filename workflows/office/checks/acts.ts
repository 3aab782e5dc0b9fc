/** Answers and changes as the checks look at them, read from log rows of cases that are about a register entry. */
import type { Data, EventName, Instant } from '../../kit/words.ts';
import type { Act, Change } from './facts.ts';

/** What an event of a workflow answers about the entry that its case is about. */
export type Answers = Readonly<Record<EventName, Act['answer']>>;
/** The last row of a case's log that answered. */
export type Answered = { readonly resident: string; readonly unit: string; readonly person: string; readonly at: Instant; readonly type: EventName; readonly form: Data; readonly patch: Data };

const textIn = (data: unknown, name: string): string | null => {
  const value: unknown = typeof data === 'object' && data !== null ? (data as Data)[name] : undefined;
  return typeof value === 'string' ? value : null;
};

export const readAct = (answers: Answers, { type, form, patch, ...who }: Answered): Act =>
  ({ ...who, answer: answers[type] ?? 'same', method: textIn(patch, 'method'), remark: textIn(form, 'remark') });

/** Null where nothing was changed. */
export const readChange = (answers: Answers, { resident, unit, at, type, form, patch }: Answered): Change | null => {
  if (answers[type] !== 'changed') return null;
  const [before, after] = [textIn(patch['before'], 'marital'), textIn(form['changes'], 'marital')];
  return { resident, unit, at, changedOn: textIn(form, 'changedOn'), marital: before !== null && after !== null ? { before, after } : null, note: textIn(form, 'remark') };
};
