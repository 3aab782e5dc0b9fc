/** The demo town's budgets: asked for and approved long before anybody was paid, and one supplement on its way. */
import { addDays, dayOf } from '../office/working-days.ts';
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import type { Fund, Town } from '../office/demo-town/town.ts';
import { hourOf } from '../office/demo-town/verified-month.ts';

/** So long before the present the first of them was asked for: payments of the demo town come later. */
const BEFORE = 400;
const LATELY = 5;

export const demo = ({ staff, units, funds }: Town, at: Instant): DemoStep[] => {
  const unit = units.find(({ kind }) => kind === 'town')?.id ?? '';
  const holders = (post: string): string[] => staff.filter(({ posts }) => posts.some((held) => held.post === post)).map(({ id }) => id);
  const [finance = '', head = '', district = ''] = [holders('finance')[0], holders('town_head')[0], holders('district_officer')[0]];
  const asked = addDays(dayOf(at), -BEFORE);
  const told = ({ id, tier, year, fen }: Fund, n: number): DemoStep[] => {
    const step = (event: EventName, by: string, hour: number, data: Data): DemoStep => ({ case: `YS-${year}-${tier}`, unit, event, by, at: hourOf(asked, hour), data });
    const now = dayOf(at).slice(0, 4) === String(year) && tier === 'village';
    return [
      step('open', finance, 9, { tier, year, fen, documentNo: `演示财〔${year}〕${n + 1}号`, remark: `演示数据：${id}` }),
      step('approve', tier === 'district' ? district : head, 10, { opinion: '同意安排。' }),
      ...(now ? [{ ...step('supplement', finance, 9, { addFen: 1_500_000, addDocumentNo: `演示财追〔${year}〕1号` }), at: hourOf(addDays(dayOf(at), -LATELY), 9) }] : []),
    ];
  };
  return funds.flatMap(told);
};
