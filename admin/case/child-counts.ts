/** How many cases a case has below it, by state. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { State } from '../../workflows/kit/words.ts';
import type { Casework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';

export type Counts = { readonly total: number; readonly states: readonly { readonly state: State; readonly count: number }[] };

const FIRST = 100;

const ask = (casework: Casework, child: string, filter: Record<string, string>, perPage: number) =>
  casework.getList<CaseRecord>(child, { pagination: { page: 1, perPage }, sort: { field: 'id', order: 'ASC' }, filter });

/** Few cases are counted from their rows; of many each state's total is asked. States without cases are left out. */
export const countChildren = async (casework: Casework, child: Workflow, parent: string): Promise<Counts> => {
  const { data, total = 0 } = await ask(casework, child.name, { parent }, FIRST);
  const states = Object.keys(child.states);
  const counts = total <= data.length
    ? states.map((state) => data.filter((row) => row.state === state).length)
    : await Promise.all(states.map(async (state) => (await ask(casework, child.name, { parent, state }, 1)).total ?? 0));
  return { total, states: states.map((state, i) => ({ state, count: counts[i] ?? 0 })).filter(({ count }) => count > 0) };
};
