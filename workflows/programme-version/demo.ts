/** The demo town's versions: one in force, one that waits for the new year, one being checked, and a draft. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, Day, EventName, Instant } from '../kit/words.ts';
import type { Town } from '../office/demo-town/town.ts';
import { hourOf } from '../office/demo-town/verified-month.ts';
import { addDays, dayOf, nextWorkday } from '../office/working-days.ts';

type Told = { readonly id: string; readonly drafted: Day; readonly form: Data; readonly goal: 'draft' | 'checking' | 'approved' };

const shares = [{ tier: 'district', percent: 70 }, { tier: 'town', percent: 30 }];
const opinion = { opinion: '内容与依据文件一致，同意。' };

const storiesAt = (today: Day): Told[] => {
  const year = Number(today.slice(0, 4));
  const said = (effectiveFrom: Day, no: number, terms: Data): Data => ({ effectiveFrom, documentNo: `演示发〔${effectiveFrom.slice(0, 4)}〕${no}号`, reason: '按上级文件调整标准（演示数据）。', terms });
  return [
    { id: 'XM-001', drafted: addDays(today, -60), goal: 'approved', form: { programme: 'special-support', ...said(addDays(today, -30), 3, { cap: 132_000, shares, remainderTo: 'town', validUntil: `${year + 1}-12-31`, claimDeadline: `${year + 2}-12-31` }) } },
    { id: 'XM-002', drafted: addDays(today, -20), goal: 'approved', form: { programme: 'elder-support', ...said(`${year + 1}-01-01`, 7, { cap: 108_000, validUntil: `${year + 2}-12-31`, claimDeadline: `${year + 3}-12-31`, villageDays: 5 }) } },
    { id: 'XM-003', drafted: addDays(today, -6), goal: 'checking', form: { programme: 'special-support', ...said(`${year + 1}-07-01`, 9, { cap: 144_000, validUntil: `${year + 2}-12-31`, claimDeadline: `${year + 3}-12-31` }) } },
    { id: 'XM-004', drafted: addDays(today, -3), goal: 'draft', form: { programme: 'elder-support', ...said(`${year + 2}-01-01`, 11, { ageMale: 60, ageFemale: 60 }) } },
  ];
};

export const demo = ({ staff, units }: Town, at: Instant): DemoStep[] => {
  const unit = units.find(({ kind }) => kind === 'town')?.id ?? '';
  const holder = (post: string): string => staff.find(({ posts }) => posts.some((held) => held.post === post))?.id ?? '';
  return storiesAt(dayOf(at)).flatMap(({ id, drafted, form, goal }) => {
    const day = nextWorkday(drafted);
    const step = (event: EventName, post: string, hour: number, data: Data): DemoStep => ({ case: id, unit, event, by: holder(post), at: hourOf(day, hour), data });
    return [
      step('open', 'town_clerk', 9, form),
      ...(goal === 'draft' ? [] : [step('submit', 'town_clerk', 10, {})]),
      ...(goal === 'approved' ? [step('pass', 'reviewer', 11, opinion), step('approve', 'town_head', 14, opinion)] : []),
    ];
  });
};
