/** What became of the demo town's batches this month: most passed, three under review, three at work, one sent back. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, Instant } from '../kit/words.ts';
import { verifiedMonth, type MonthVillage, type VerifiedMonth } from '../office/demo-town/verified-month.ts';
import type { Town } from '../office/demo-town/town.ts';

const NOTE = '已自查；无法核实的均已登记原因，下月继续联系。';
const PROBLEM = '居住地址与户口簿记载不一致，请再次核对。';

const holder = ({ staff }: Town, post: string, turn: number, unit?: string): string => {
  const all = staff.filter(({ posts }) => posts.some((held) => held.post === post && (unit === undefined || held.unit === unit)));
  return all[turn % all.length]?.id ?? '';
};

function* stepsOf(town: Town, month: VerifiedMonth, village: MonthVillage): Generator<DemoStep> {
  const { unit, index, stand, records } = village;
  const step = (event: string, by: string, at: Instant, data: Data): DemoStep => ({ case: village.id, unit, event, by, at, data });
  const clerk = holder(town, 'village_clerk', 0, unit);
  const townClerk = holder(town, 'town_clerk', index);
  yield step('start', clerk, month.started, {});
  if (stand === 'inProgress') return;
  yield step('submit', clerk, month.submitted, { note: NOTE });
  yield { ...step('takeUp', townClerk, month.takenUp, {}), seed: village.seed };
  if (stand === 'passed') yield step('pass', holder(town, 'reviewer', index), month.passed, { opinion: '抽查合格，同意通过。' });
  if (stand !== 'returned') return;
  const items = records.filter(({ result }) => result === 'pending').map(({ id }) => ({ item: id, reason: 'R04', problem: PROBLEM }));
  yield step('sendBack', townClerk, month.sentBack, { reason: 'R04', problem: '抽查发现居住地址登记不一致，请逐条复核。', items });
}

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const month = verifiedMonth(town, at);
  return month.villages.flatMap((village) => [...stepsOf(town, month, village)]);
};
