/** Which rows of a case’s log the asker may not look into yet: marks that others are still to give theirs beside. */
import { isUnseen } from '../../workflows/kit/blind.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import type { LogRow } from '../store/log-rows.ts';

export const unseenBy = ({ id }: Pick<Asker, 'id'>, workflow: Workflow, one: Case) => (row: Pick<LogRow, 'version' | 'type' | 'from_state' | 'actor'>): boolean =>
  isUnseen(workflow, one, { version: row.version, type: row.type, from: row.from_state, by: row.actor }, id);
