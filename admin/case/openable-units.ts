/** The units for which somebody may open a case: of the workflow's kind, and below a unit where they hold a fitting post. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { PostAtUnit } from '../../workflows/kit/words.ts';
import type { UnitRecord } from '../provider/records.ts';

const isUnder = (units: readonly UnitRecord[], above: string, id: string | null): boolean =>
  id !== null && (id === above || isUnder(units, above, units.find((unit) => unit.id === id)?.parent ?? null));

export const openableUnits = (workflow: Pick<Workflow, 'open' | 'unit'>, posts: readonly PostAtUnit[], units: readonly UnitRecord[]): UnitRecord[] => {
  const mine = posts.filter(({ post }) => workflow.open.who.includes(post));
  return units.filter(({ id, kind }) => kind === workflow.unit && mine.some(({ unit }) => isUnder(units, unit, id)));
};
