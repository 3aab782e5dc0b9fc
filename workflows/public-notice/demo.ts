/** The demo town's notices, one at least at every stand. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import { HONOURS, noticesOf, type NoticePlan, type NoticeStand, type NoticeStep } from '../office/demo-town/notice-days.ts';
import type { Town } from '../office/demo-town/town.ts';
import { kindNames, type Kind } from './notice.ts';

/** How far a notice of each stand has come. */
const COME: readonly NoticeStand[] = ['draft', 'review', 'released', 'unproven', 'posted', 'closed'];
const LIKE_POSTED: readonly NoticeStand[] = ['takenDown', 'over', 'late'];
const reached = (stand: NoticeStand): number => COME.indexOf(LIKE_POSTED.includes(stand) ? 'posted' : stand);
const TERM: Readonly<Record<NoticePlan['level'], number>> = { village: 7, town: 5 };

const holders = ({ staff }: Town, post: string, unit?: string): string[] =>
  staff.filter(({ posts }) => posts.some((held) => held.post === post && (unit === undefined || held.unit === unit))).map(({ id }) => id);

const told = (plan: NoticePlan, turn: number, town: Town): DemoStep[] => {
  const clerks = holders(town, 'town_clerk');
  const [drawer = '', second = '', third = ''] = [plan.level === 'village' ? holders(town, 'village_clerk', plan.unit)[0] : clerks[turn % clerks.length], clerks[(turn + 1) % clerks.length], clerks[(turn + 2) % clerks.length]];
  const step = (event: EventName, by: string, when: NoticeStep, data: Data, minute = 0): DemoStep => ({ case: plan.id, unit: plan.unit, event, by, at: plan.at(when, minute), data });
  const kind: Kind = plan.gathers === HONOURS ? 'model-household' : 'benefit-claim';
  const noticePlace = plan.level === 'village' ? '村务公开栏' : '镇政务公开栏';
  const opened = step('open', drawer, 'opened', {
    kind, noticeDays: TERM[plan.level], title: `${plan.dayOf('opened').slice(0, 4)}年${kindNames[kind].zh}第${turn + 1}期（演示）`, ground: `《${kindNames[kind].zh}实施办法》云政〔2026〕9号（演示）`, noticePlace, noticePhone: '022-26990000',
  });
  if (plan.stand === 'cancelled') return [opened, step('cancel', drawer, 'submitted', { remark: '本期没有需要公示的事项，作废。' })];
  const later = [
    step('submit', drawer, 'submitted', {}),
    step('release', second, 'released', { previewSeen: true }),
    step('recordPosting', drawer, 'posted', { sheet: { sheetNo: plan.id, place: noticePlace, postedOn: plan.dayOf('posted') } }),
    step('confirmPosting', third, 'posted', { seenOn: plan.dayOf('posted') }, 30),
    step('recordRemoval', drawer, 'removed', { removedOn: plan.dayOf('removed') }),
  ];
  const taken = plan.stand === 'takenDown' ? [step('takeDown', second, 'takenDown', { whyTakenDown: '公示依据的文号有误，撤下重新公示。' })] : [];
  return [opened, ...later.slice(0, reached(plan.stand)), ...taken];
};

export const demo = (town: Town, at: Instant): DemoStep[] => noticesOf(town, at).flatMap((plan, turn) => told(plan, turn, town));
