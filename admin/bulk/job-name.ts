/** What a bulk job does, in words: its event, or that each case has one of its own. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { eventName } from '../case/standing.ts';
import type { BulkJob } from '../provider/records.ts';
import { workbookMessages } from '../workbook/messages.ts';

export const hasOwnEvents = (workflow: Workflow, { type }: BulkJob): boolean => workflow.messages.events[type] === undefined;

export const jobName = (workflow: Workflow, job: BulkJob): Text => (hasOwnEvents(workflow, job) ? workbookMessages.workbooks.open : eventName(workflow, job.type));
