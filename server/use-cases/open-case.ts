/** Opens a case: the event `open`, through the same door as every other. */
import { idPattern } from '../../workflows/kit/ids.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { sendEvent } from './send-events.ts';
import type { Sent } from './sending.ts';

export const openCase = async (office: Office, asker: Asker, workflow: Workflow, body: unknown): Promise<Sent> => {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
  if (typeof id !== 'string' || !idPattern.test(id)) return { done: false, reason: 'malformed', message: 'id, unit, data' };
  return sendEvent(office, { asker, workflow, caseId: id, opening: true, body });
};
