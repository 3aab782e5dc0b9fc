/** Checks of how records were dealt with (D19, D25, D28, D30, D31) and the words of D32. */
import { isMarried } from '../marriage.ts';
import { dayOf, monthOf } from '../working-days.ts';
import type { Act } from './facts.ts';
import { hitIf } from './rule.ts';
import type { ActRule, ChangeRule, CheckWords, ClaimRule, Hit } from './rule.ts';

const LATE_DAYS = 30;
const MOST_AT_ONCE = 30;
const AT_ONCE_MS = 10 * 60_000;
const MOST_ALIKE = 20;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const changeRules: readonly ChangeRule[] = [
  {
    id: 'D19', level: 'warning', dimension: 'logic',
    title: { zh: '已婚改为未婚而无更正说明', en: 'From married to never married without a note' },
    explanation: { zh: '结过婚的人不会再成为未婚；只有原登记有误才可这样改，并须写明。', en: 'Who was married is never unmarried again: only an earlier mistake makes such a change right, and it must be said.' },
    remedy: { zh: '原登记有误的，补写更正说明；离婚、丧偶的，改选相应状况。', en: 'Add the note where the earlier entry was wrong; else choose divorced or widowed.' },
    find: ({ resident, unit, at, marital, note }) =>
      hitIf(marital !== null && isMarried(marital.before) && marital.after === '10' && !note?.trim(), () => ({ residents: [resident], unit, field: 'marital', occasion: dayOf(at), params: { before: marital?.before ?? '' } })),
  },
  {
    id: 'D28', level: 'information', dimension: 'timely',
    title: { zh: '变动后超过30天才登记', en: 'Entered more than 30 days after the event' },
    explanation: { zh: '变动发生到登记入册相隔超过30天。', en: 'More than 30 days lie between the change and its entry.' },
    remedy: { zh: '提醒村居及时报告变动；本条无需处理。', en: 'Remind the village to report changes in time; nothing to do for this record.' },
    find: ({ resident, unit, at, changedOn }) => {
      const days = changedOn === null ? 0 : daysBetween(changedOn, dayOf(at));
      return hitIf(days > LATE_DAYS, () => ({ residents: [resident], unit, field: null, occasion: changedOn, params: { days } }));
    },
  },
];

export const claimRules: readonly ClaimRule[] = [
  {
    id: 'D25', level: 'error', dimension: 'cross',
    title: { zh: '申请信息与登记册不一致', en: 'Claim and register differ' },
    explanation: { zh: '提交申请时，申请表内容与登记册现有内容不同。', en: 'When the claim was handed in it said something else than the register.' },
    remedy: { zh: '申请表有误的，退回补正；登记册有误的，先办理信息更正再提交。', en: 'Send the claim back where it is wrong; correct the register first where that is.' },
    find: ({ case: claim, resident, unit, values }) => values
      .filter(({ claimed, registered }) => claimed !== null && registered !== null && claimed !== registered)
      .map(({ field }): Hit => ({ residents: [resident], unit, field, occasion: claim, params: {} })),
  },
];

const time = ({ at }: Act): number => Date.parse(at);

/** Those that lie in ten minutes with more than thirty others. */
const inHaste = (group: readonly Act[]): Act[] => {
  const acts = group.toSorted((a, b) => time(a) - time(b));
  const hasty = new Set<Act>();
  let first = 0;
  for (const [last, act] of acts.entries()) {
    while (time(acts[first] ?? act) < time(act) - AT_ONCE_MS) first += 1;
    if (last - first + 1 > MOST_AT_ONCE) for (const one of acts.slice(first, last + 1)) hasty.add(one);
  }
  return [...hasty];
};

const hitOf = (acts: readonly Act[], field: string, occasion: string, params: Hit['params']): Hit => {
  const residents = [...new Set(acts.map(({ resident }) => resident))].toSorted();
  return { residents, unit: acts[0]?.unit ?? '', field, occasion, params: { ...params, records: residents.length } };
};

export const actRules: readonly ActRule[] = [
  {
    id: 'D30', level: 'warning', dimension: 'process', least: MOST_AT_ONCE + 1,
    title: { zh: '集中批量确认', en: 'Many confirmed at once' },
    explanation: { zh: '同一人10分钟内确认一致超过30条，或一天内确认超过30条且全部为电话核实。已合格抽样的“抽样确认”不在此列。', en: 'One person confirmed more than 30 records within 10 minutes, or more than 30 in a day and all by telephone. Confirmations by a checked sample are not meant.' },
    remedy: { zh: '镇经办回访抽查；未实际核实的，退回重新核实。', en: 'A town clerk asks some of the people again; what was not really verified goes back.' },
    keyOf: ({ person, at, answer, method }) => (answer === 'same' && method !== 'sampled' ? `${person} ${dayOf(at)}` : null),
    judge: (group) => {
      const params = { person: group[0]?.person ?? '' };
      const day = dayOf(group[0]?.at ?? '');
      const hasty = inHaste(group);
      const byPhone = group.length > MOST_AT_ONCE && group.every(({ method }) => method === 'phone');
      return [...hitIf(hasty.length > 0, () => hitOf(hasty, 'at', day, params)), ...hitIf(byPhone, () => hitOf(group, 'method', day, params))];
    },
  },
  {
    id: 'D31', level: 'warning', dimension: 'process', least: MOST_ALIKE + 1,
    title: { zh: '备注雷同', en: 'The same remark on many records' },
    explanation: { zh: '一个村居一个月内，20条以上记录的备注完全相同。', en: 'More than 20 records of one village in one month bear the very same remark.' },
    remedy: { zh: '镇经办抽查这些记录；照抄的，退回重新核实。', en: 'A town clerk samples these records; what was merely copied goes back.' },
    keyOf: ({ unit, at, remark }) => (remark?.trim() ? `${unit} ${monthOf(dayOf(at))} ${remark.trim()}` : null),
    judge: (group) => {
      const hit = hitOf(group, 'remark', monthOf(dayOf(group[0]?.at ?? '')), {});
      return hitIf(hit.residents.length > MOST_ALIKE, () => hit);
    },
  },
];

/** How it is found stands in office/monitoring. */
export const outlier: CheckWords = {
  id: 'D32', level: 'monitoring', dimension: 'mean',
  title: { zh: '均数监控预警', en: 'Far from the town’s mean' },
  explanation: { zh: '本村居的指标明显高于或低于全镇水平；过于“完美”同样提示。', en: 'An indicator of the village lies far above or below the town’s; “too perfect” counts as well.' },
  remedy: { zh: '黄色：询问村居原因；红色，或三个月内两次同向黄色：开展个案核查并说明。', en: 'Yellow: ask the village why. Red, or the same yellow in two of three months: check cases and explain.' },
};
