/** What is filled in for a new version of a programme: only what is to change, from when and on what ground; and what those who judge it say. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { tierNames, tiers } from '../office/budget.ts';
import { count, day, lines, shortText, yuan } from '../office/fields.ts';
import { programmes } from '../office/programmes/index.ts';
import { parts, partNames } from '../office/programmes/programme.ts';
import { SHORTEST_NOTICE } from '../office/programmes/terms.ts';

const MOST = 10_000_000;
const LONGEST_NOTICE = 30;
const P1 = { class: 'P1' } as const;
const tierOptions = tiers.map((value) => ({ value, label: tierNames[value] }));
const tier = (zh: string, en: string) => field(z.enum(tiers), { label: { zh, en }, class: 'P1', input: 'choice', options: tierOptions });

const share = form({
  tier: tier('分担层级', 'Tier'),
  percent: count({ zh: '分担比例（%）', en: 'Percent' }, { max: 100, ...P1 }).optional(),
  fixed: yuan({ zh: '固定金额', en: 'Fixed amount' }, { max: MOST, ...P1 }).optional(),
});
const hangs = (zh: string, en: string) => count({ zh, en }, { min: SHORTEST_NOTICE, max: LONGEST_NOTICE, ...P1, help: { zh: `不少于${SHORTEST_NOTICE}个工作日；本级不公示的项目不填`, en: `At least ${SHORTEST_NOTICE} working days; leave blank where the programme is not posted at this level` } }).optional();
const age = (zh: string, en: string) => count({ zh, en }, { min: 16, max: 100, ...P1, help: { zh: '仅有年龄条件的项目填写', en: 'Only for a programme with a condition of age' } }).optional();

/** A blank stays as it is. */
const terms = field(form({
  validUntil: day({ zh: '权益发生截止日', en: 'Last day of entitlement' }, P1).optional(),
  claimDeadline: day({ zh: '申请截止日', en: 'Last day for claims' }, P1).optional(),
  cap: yuan({ zh: '每件最高金额', en: 'Most that a claim brings' }, { max: MOST, ...P1 }).optional(),
  shares: field(z.array(share).min(1).max(tiers.length), { label: { zh: '资金分担', en: 'Borne by' }, help: { zh: '各级都填比例，合计100%；或都填固定金额，合计等于最高金额', en: 'Percentages that add up to 100, or fixed amounts that add up to the most a claim brings' }, class: 'P1', input: 'list' }).optional(),
  remainderTo: tier('尾差承担层级', 'Rounding goes to').optional(),
  villageDays: hangs('村级公示工作日数', 'Working days of the village notice'),
  townDays: hangs('镇级公示工作日数', 'Working days of the town notice'),
  parts: field(z.array(z.enum(parts)).max(parts.length), { label: { zh: '申请表增列部分', en: 'Parts of the form' }, class: 'P1', input: 'choices', options: parts.map((value) => ({ value, label: partNames[value] })) }).optional(),
  ageMale: age('男性起始年龄', 'Age from (men)'),
  ageFemale: age('女性起始年龄', 'Age from (women)'),
}), { label: { zh: '拟调整内容', en: 'What is to change' }, help: { zh: '只填要调整的，不填的照旧；是否公示、资格条件的种类不能由新版本改变', en: 'Only what changes; a blank stays as it is. Whether the programme is posted, and what its conditions are about, no version changes' }, class: 'P1', input: 'group' });

const said = {
  effectiveFrom: day({ zh: '施行日期', en: 'In force from' }, { ...P1, help: { zh: '须在今后；权益发生在施行日及以后的申请适用新版本', en: 'A day to come: it governs claims entitled from that day on' } }),
  documentNo: shortText({ zh: '依据文号', en: 'Number of the document' }, { max: 60, ...P1 }),
  reason: lines({ zh: '调整理由', en: 'Why it changes' }, { min: 4, max: 1_000, ...P1 }),
  terms,
};
const opinion = () => lines({ zh: '意见', en: 'Opinion' }, { max: 500 });
const ground = () => lines({ zh: '理由', en: 'Ground' }, { min: 2, max: 500 });

export const forms = {
  open: form({
    programme: field(z.enum(programmes.map(({ id }) => id)), { label: { zh: '项目', en: 'Programme' }, class: 'P1', input: 'choice', options: programmes.map(({ id, label }) => ({ value: id, label })) }),
    ...said,
  }),
  revise: form(said),
  submit: form({}),
  withdraw: form({ ground: ground() }),
  pass: form({ opinion: opinion() }),
  sendBack: form({ remark: ground() }),
  approve: form({ opinion: opinion() }),
  refuse: form({ ground: ground() }),
  recall: form({ ground: ground() }),
  giveWay: form({ replacedBy: shortText({ zh: '新版本', en: 'The next version' }, P1), until: day({ zh: '施行至', en: 'In force until' }, P1) }),
  proposeClose: form({ closedOn: day({ zh: '最后权益发生日', en: 'Last day of entitlement' }, { ...P1, help: { zh: '今天或以后', en: 'Today or later' } }), ground: ground() }),
  confirmClose: form({ opinion: opinion() }),
  refuseClose: form({ ground: ground() }),
};
