/** A case as the server showed it, for the pure questions that a process answers of it: what was masked stays masked. */
import type { Case } from '../../workflows/kit/words.ts';
import type { CaseRecord } from '../provider/records.ts';

const NOTHING = { round: 1, entry: 1, done: [], marks: [], origins: {}, term: null, paused: {} };

export const asCase = ({ id, workflow, workflowVersion, parent, subject = null, unit, state, data, version, openedBy, openedAt }: CaseRecord): Case =>
  ({ id, workflow, workflowVersion, parent, subject, key: null, unit, state, data, version, memory: NOTHING, openedBy, openedAt, enteredAt: openedAt });
