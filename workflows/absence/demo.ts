/** The demo town's absences: one at every stand. None counts today. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import type { Staff, Town } from '../office/demo-town/town.ts';
import { addDays, dayOf, startOf } from '../office/working-days.ts';

const HOUR_MS = 3_600_000;
const morning = (day: string, hour: number): Instant => new Date(Date.parse(startOf(day)) + hour * HOUR_MS).toISOString();

/** `filed`, `from`, `until`, `later`: days from today. */
type Told = {
  readonly post: string; readonly who: number; readonly by: number; readonly filed: number; readonly from: number; readonly until: number; readonly workflows: readonly string[];
  readonly later: readonly (readonly [day: number, event: EventName, data: Data, by?: 'absent'])[];
};
const agreed = { opinion: '同意。' };
const told: readonly Told[] = [
  { post: 'reviewer', who: 0, by: 1, filed: -45, from: -40, until: -36, workflows: ['benefit-claim'], later: [[-44, 'confirm', agreed]] },
  { post: 'town_clerk', who: 2, by: 3, filed: -30, from: -28, until: -25, workflows: ['model-household'], later: [[-29, 'refuse', { ground: '月末核实期间人手不足，请改期。' }]] },
  { post: 'finance', who: 0, by: 1, filed: -24, from: -22, until: -12, workflows: ['payment-batch'], later: [[-23, 'confirm', agreed], [-20, 'revoke', { ground: '提前返岗。' }, 'absent']] },
  { post: 'town_clerk', who: 3, by: 2, filed: -3, from: 9, until: 14, workflows: ['benefit-claim', 'model-household'], later: [[-2, 'confirm', agreed]] },
  { post: 'town_clerk', who: 1, by: 0, filed: -20, from: -15, until: -14, workflows: ['benefit-claim'], later: [[-19, 'withdraw', { ground: '行程取消。' }, 'absent']] },
  { post: 'finance', who: 1, by: 0, filed: -12, from: -10, until: -9, workflows: ['payment-batch'], later: [] },
  { post: 'reviewer', who: 2, by: 1, filed: -1, from: 16, until: 18, workflows: ['benefit-claim'], later: [] },
];

export const demo = ({ staff }: Town, at: Instant): DemoStep[] => {
  const today = dayOf(at);
  const holding = (post: string): readonly Staff[] => staff.filter(({ posts }) => posts.some((held) => held.post === post));
  const head = holding('town_head')[0];
  return told.flatMap(({ post, who, by, filed, from, until, workflows, later }, n) => {
    const [absent, substitute] = [holding(post)[who], holding(post)[by]];
    const unit = absent?.posts[0]?.unit;
    if (!absent || !substitute || !head || unit === undefined) return [];
    const step = (days: number, event: EventName, person: string, data: Data): DemoStep => ({ case: `absence-${n + 1}`, unit, event, by: person, at: morning(addDays(today, days), 9), data });
    return [
      step(filed, 'open', absent.id, { absent: absent.id, post, substitute: substitute.id, from: addDays(today, from), until: addDays(today, until), workflows }),
      ...later.map(([days, event, data, whose]) => step(days, event, whose === 'absent' ? absent.id : head.id, data)),
    ];
  });
};
