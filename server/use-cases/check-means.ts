/** Mean monitoring (D32): every month that was begun of late, each village's shares against the town's. */
import type { Case } from '../../workflows/kit/words.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { IndicatorId } from '../../workflows/office/monitoring/indicators.ts';
import { outliersOf } from '../../workflows/office/monitoring/outliers.ts';
import type { Figure } from '../../workflows/office/monitoring/outliers.ts';
import { startOf } from '../../workflows/office/working-days.ts';
import { readSince } from '../store/check-answers.ts';
import { toStored } from '../store/case-rows.ts';
import { foundRow } from './check-entries.ts';
import type { Step } from './check-steps.ts';
import { countShares } from './shares.ts';

/** The month a case is of, as its list calls it. */
const monthOf = ({ list }: Workflow, one: Case | undefined): string => { const title = one?.data[list.title]; return typeof title === 'string' ? title : ''; };

export const checkMeans = (workflow: Workflow): Step => async ({ tx, office }, { since }) => {
  const cases = (await readSince(tx, office.district, workflow.name, startOf(since))).map((row) => toStored(office.keys, office.district, row).case);
  const found = [];
  for (const siblings of Map.groupBy(cases, ({ parent }) => parent).values()) {
    const month = monthOf(workflow, siblings[0]);
    const held = await countShares(tx, office.district, workflow, siblings);
    const figures = held.flatMap(({ indicator, of }) => of.map(({ unit, hits, of: records }): Figure => ({ unit, indicator: indicator as IndicatorId, hits, of: records })));
    found.push(...outliersOf(month, figures).map((finding) => foundRow(finding, () => undefined, `${month}-28`)));
  }
  return { found, next: null, seen: 0 };
};
