/** A row of the log in words: who acted, and the reasons given. */
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import type { LogRow } from '../provider/records.ts';
import type { Words } from './use-words.ts';
import { isEmpty, valueText } from './values.ts';

/** 李某（代张某）; what happened by itself is said to have, never shown as a person's act. */
export const actorText = ({ states }: Workflow, { post, type, from, name, behalf }: LogRow, say: Words): string => {
  if (post === 'clock') return say(type === 'open' ? 'clockBorn' : states[from ?? '']?.term?.sends === type ? 'clockDue' : 'clockFollows');
  return behalf ? say('behalf', { name, absent: behalf }) : name;
};

const GIVES_REASON: readonly unknown[] = ['choice', 'choices', 'lines'];

export type Reason = { readonly label: string; readonly text: string };

/** Codes by their words, and what was written out; amounts, dates and names are on the sheet. */
export const reasonsIn = (workflow: Workflow, { type, form }: Pick<LogRow, 'type' | 'form'>, lang: Lang): Reason[] => {
  const schema = workflow.forms[type];
  if (!schema) return [];
  return fieldsOf(schema).filter(({ input, name }) => GIVES_REASON.includes(input) && !isEmpty(form[name]))
    .map((info) => ({ label: info.label[lang], text: valueText(info, form[info.name], lang) }));
};
