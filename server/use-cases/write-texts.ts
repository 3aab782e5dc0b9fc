/** Messages to people who are not of the office: each a row and a job in the transaction of the event that causes it, once for that event. */
import { getWorkflow } from '../office.ts';
import { enqueueMessages } from '../jobs/messages.ts';
import { insertMessage } from '../store/messages.ts';
import type { Work } from './work.ts';

/** `version`: of the case after the event. */
export type NewText = { readonly workflow: string; readonly caseId: string; readonly version: number; readonly what: string; readonly to: string };

/** In Chinese, whatever language the clerk reads. */
export const writeTexts = async ({ tx, office }: Work, texts: readonly NewText[]): Promise<void> => {
  const made: string[] = [];
  for (const { workflow, caseId, version, what, to } of texts) {
    const words = getWorkflow(office, workflow).messages.texts?.[what]?.zh;
    if (words === undefined) throw new Error(`${workflow} has no words for the text ${what}`);
    const id = `text.${caseId}.${version}.${what}`;
    if (await insertMessage(tx.db, office, { id, kind: 'text', channel: 'sms', person: null, to, subject: '', words })) made.push(id);
  }
  await enqueueMessages(office.jobs, tx, made);
};
