/** What a list of cases is asked by that is no field of a case: what a frozen figure counts, being open, having been sent back. */
import { fromTo, isMisread, misreadAt, remedies } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { endStates, openStates } from '../../workflows/kit/picture.ts';
import { readCounted } from '../../workflows/kit/report.ts';
import { RETURN_WORDS } from '../../workflows/kit/returns.ts';
import type { ReturnedBy } from '../../workflows/kit/returns.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { partOf } from '../list-dialect.ts';
import type { Condition, ListQuery, Value } from '../list-dialect.ts';
import type { CaseQuery } from '../store/case-query.ts';

const WORDS: readonly string[] = ['counted', 'open', ...RETURN_WORDS];

const textsOf = (value: Value | readonly Value[]): string[] | null => {
  const all = [value].flat();
  return all.every((one) => typeof one === 'string') ? all : null;
};

type Told = Pick<CaseQuery, 'counted' | 'returned'> & { readonly conditions: readonly Condition[] };
const NOTHING: Told = { counted: null, returned: null, conditions: [] };
const NONE: ReturnedBy = { reasons: null, from: null, to: null };

const cannotRead = (condition: Condition, remedy: Text = remedies.value): Misread => misreadAt(partOf(condition), remedy);

/** What one condition adds to what was told before. */
const adding = (workflow: Workflow, told: Told, condition: Condition): Told | Misread => {
  const { field, op, value } = condition;
  const { returns: by } = workflow;
  const sentBack = (more: Partial<ReturnedBy>): Told | Misread => by ? { ...told, returned: { ...(told.returned ?? NONE), by, ...more } } : cannotRead(condition, remedies.unknown);
  switch (field) {
    case 'counted': {
      const counted = op === 'is' && typeof value === 'string' && told.counted === null ? readCounted(value) : null;
      return counted ? { ...told, counted } : cannotRead(condition);
    }
    case 'open':
      return op === 'is' && typeof value === 'boolean' ? { ...told, conditions: [...told.conditions, { field: 'state', op: 'oneOf', value: value ? openStates(workflow) : endStates(workflow) }] } : cannotRead(condition);
    case 'returnedFor': {
      const reasons = op === 'is' || op === 'oneOf' ? textsOf(value) : null;
      return reasons ? sentBack({ reasons }) : cannotRead(condition);
    }
    case 'returnedAt':
      return (op === 'gte' || op === 'lte') && typeof value === 'string' ? sentBack(op === 'gte' ? { from: value } : { to: value }) : cannotRead(condition, fromTo(field));
    default:
      return { ...told, conditions: [...told.conditions, condition] };
  }
};

/** None of these words is sorted by. */
export const takeWords = (workflow: Workflow, query: ListQuery): (ListQuery & Told) | Misread => {
  if (WORDS.includes(query.sort.field)) return misreadAt('sort', remedies.sort);
  const told = query.conditions.reduce<Told | Misread>((before, one) => (isMisread(before) ? before : adding(workflow, before, one)), NOTHING);
  return isMisread(told) ? told : { ...query, ...told };
};
