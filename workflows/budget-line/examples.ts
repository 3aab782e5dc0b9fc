/** One filled-in form for every step of a budget line. */
import type { Workflow } from '../kit/workflow.ts';
import { tiers } from '../office/budget.ts';
import { dayOf } from '../office/working-days.ts';

const AHEAD = 20;
const LIVE = ['districtApproval', 'headApproval', 'returned', 'open', 'districtSupplement', 'headSupplement', 'closing', 'closed'];

export const examples: Workflow['examples'] = ({ at, cases }) => {
  const present = Number(dayOf(at).slice(0, 4));
  const taken = new Set(cases('budget-line', LIVE).map(({ data }) => `${String(data['tier'])}-${String(data['year'])}`));
  const opinion = '同意安排。';
  const remark = '请核对文号后再报。';
  /** The next year, from last year on, for which the tier has no line; last year's can be closed at once. */
  const free = (tier: string): number => Array.from({ length: AHEAD }, (_, n) => present - 1 + n).find((year) => !taken.has(`${tier}-${year}`)) ?? present + AHEAD;
  return {
    open: tiers.map((tier) => ({ tier, year: free(tier), fen: 10_000_000, documentNo: `演示财〔${present}〕8号` })),
    approve: { opinion }, sendBack: { remark }, giveUp: { remark: '重复申报，撤销。' },
    revise: { fen: 9_000_000, documentNo: `演示财〔${present}〕9号` },
    supplement: { addFen: 1_000_000, addDocumentNo: `演示财追〔${present}〕3号` },
    approveSupplement: { opinion }, refuseSupplement: { opinion: '本年度财力不足，暂不追加。' },
    proposeClose: { remark: '年度终了，余额按规定收回。' }, confirmClose: { opinion: '同意收回。' }, refuseClose: { opinion: '尚有待付事项，暂不结转。' },
  };
};
