/** What a list of cases is asked by that is no field of a case: what a frozen figure counts, being open, having been sent back. */
import { endStates, openStates } from '../../workflows/kit/picture.ts';
import { readCounted } from '../../workflows/kit/report.ts';
import { RETURN_WORDS } from '../../workflows/kit/returns.ts';
import type { ReturnedBy } from '../../workflows/kit/returns.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
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

/** What one condition adds to what was told before; null where it cannot be asked so. */
const adding = (workflow: Workflow, told: Told, { field, op, value }: Condition): Told | null => {
  const { returns: by } = workflow;
  const sentBack = (more: Partial<ReturnedBy>): Told | null => by ? { ...told, returned: { ...(told.returned ?? NONE), by, ...more } } : null;
  switch (field) {
    case 'counted': {
      const counted = op === 'is' && typeof value === 'string' && told.counted === null ? readCounted(value) : null;
      return counted && { ...told, counted };
    }
    case 'open':
      return op === 'is' && typeof value === 'boolean' ? { ...told, conditions: [...told.conditions, { field: 'state', op: 'oneOf', value: value ? openStates(workflow) : endStates(workflow) }] } : null;
    case 'returnedFor': {
      const reasons = op === 'is' || op === 'oneOf' ? textsOf(value) : null;
      return reasons && sentBack({ reasons });
    }
    case 'returnedAt':
      return (op === 'gte' || op === 'lte') && typeof value === 'string' ? sentBack(op === 'gte' ? { from: value } : { to: value }) : null;
    default:
      return { ...told, conditions: [...told.conditions, { field, op, value } as Condition] };
  }
};

/** None of these words is sorted by. Null where one of them is asked in a way it does not have. */
export const takeWords = (workflow: Workflow, query: ListQuery): (ListQuery & Told) | null => {
  if (WORDS.includes(query.sort.field)) return null;
  const told = query.conditions.reduce<Told | null>((before, one) => before && adding(workflow, before, one), NOTHING);
  return told && { ...query, ...told };
};
