/** What is typed in from the nomination of a household to its title, and to the title's end. */
import { z } from 'zod';
import { field, form, must } from '../kit/form.ts';
import type { Text } from '../kit/words.ts';
import { attachment, code, count, day, entryRef, evidenceOrFiles, lines, minutes, objector, personName, postedSheet, reasonCode, shortText, tick, visit, yesNo } from '../office/fields.ts';
import { gatherForms } from '../office/gathered.ts';
import { NOTICES } from './notices.ts';
import { schemes } from './schemes/index.ts';
import { criterionLabels, type Criterion } from './schemes/scheme.ts';
import { holdsPersonalNumbers } from '../office/published-text.ts';

const choice = <const V extends string>(label: Text, table: readonly (readonly [value: V, zh: string, en: string])[], help?: Text) =>
  field(z.enum(table.map(([value]) => value)), { label, options: table.map(([value, zh, en]) => ({ value, label: { zh, en } })), ...(help && { help }) });

export const LEVELS = [['village', '村级', 'Village'], ['town', '镇级', 'Town'], ['district', '区级', 'District']] as const;
const SOURCES = [['self', '自荐', 'By the household'], ['neighbours', '群众推荐', 'By neighbours'], ['organisation', '组织推荐', 'By an organisation']] as const;
export const CATEGORIES = [['elders', '孝老爱亲', 'Care for the elderly'], ['upbringing', '科学育儿', 'Upbringing'], ['neighbours', '邻里互助', 'Helping neighbours'], ['public_good', '热心公益', 'Public good'], ['reading', '书香', 'Reading'], ['green', '绿色', 'Green living']] as const;

const NO_NUMBERS: Text = { zh: '文中出现身份证号码、电话或账号，请删除后再提交', en: 'The text holds an identity, telephone or account number: take it out' };
const published = (label: Text, min: number, max: number, help: Text) => must(lines(label, { min, max, help }), (text) => !holdsPersonalNumbers(text), NO_NUMBERS);

const summary = published({ zh: '事迹简介', en: 'Summary' }, 10, 300, { zh: '公示时使用，不超过300字', en: 'For the notice, 300 characters at most' });
const story = published({ zh: '主要事迹', en: 'Story' }, 200, 1_200, { zh: '200至1200字；不写子女的数量、性别、出生情况，不写证件号码、电话、住址门牌', en: '200 to 1,200 characters; nothing on number, sex or birth of children, no numbers of papers or telephones, no door' });

const consented = form({
  name: personName({ zh: '姓名', en: 'Name' }, { class: 'P3' }),
  relation: code({ zh: '与户主关系', en: 'Relation to the head' }, 'relation', { class: 'P3' }),
  consentReference: shortText({ zh: '同意书编号', en: 'Number of the consent' }, { max: 60 }),
  signedOn: day({ zh: '签字日期', en: 'Signed on' }),
});
const photo = form({
  file: attachment({ zh: '照片', en: 'Picture' }, { kinds: ['picture'], megabytes: 5 }).optional(),
  reference: shortText({ zh: '照片编号', en: 'Number of the picture' }, { max: 60, help: { zh: '不附照片时填写', en: 'Where the picture itself is not attached' } }).optional(),
  portraitConsent: shortText({ zh: '肖像使用同意书编号', en: 'Consent to the portrait' }, { max: 60 }),
  showsChildren: yesNo({ zh: '有未成年人面部', en: 'Shows a child’s face' }).optional(),
  guardianConsent: shortText({ zh: '监护人同意书编号', en: 'Guardian’s consent' }, { max: 60 }).optional(),
});
const NO_PICTURE: Text = { zh: '请附上照片，或填写照片编号', en: 'Attach the picture, or give its number' };
const pictures = must(z.array(must(photo, ({ file, reference }) => file !== undefined || reference !== undefined, NO_PICTURE, ['reference'])).max(2), (photos) => photos.every((one) => !one.showsChildren || one.guardianConsent !== undefined),
  { zh: '有未成年人面部的照片须有监护人同意书', en: 'A picture with a child’s face needs the guardian’s consent' });

const ground = lines({ zh: '理由', en: 'Ground' }, { min: 5, max: 500 });
const opinion = lines({ zh: '意见', en: 'Opinion' }, { min: 2, max: 500 });
/** Facts, ground and what the household may do now: printed on every refusal. */
const refusal = form({ reason: reasonCode({ zh: '不予通过原因', en: 'Reason' }), ground, remedyTold: tick({ zh: '已告知可在15个工作日内申请复核', en: 'The household was told that it may ask for a review within 15 working days' }) });
const returning = form({
  reason: reasonCode({ zh: '退回原因', en: 'Reason' }),
  items: field(z.array(form({ item: shortText({ zh: '需补正的内容', en: 'What is missing' }, { max: 200 }) })).min(1).max(20), { label: { zh: '需补正清单', en: 'List of what is missing' }, help: { zh: '一次性告知全部内容', en: 'Everything at once' }, input: 'list' }),
});
const judgement = form({
  finding: choice({ zh: '结论', en: 'Finding' }, [['upheld', '异议成立', 'Upheld'], ['not_upheld', '异议不成立', 'Not upheld']]),
  reply: lines({ zh: '书面答复', en: 'Written reply' }, { min: 10, max: 1_000, class: 'P3' }),
});

const points = (name: Criterion, max: number) => count(criterionLabels[name], { max, help: { zh: `0至${max}分`, en: `0 to ${max} points` } });
const most = (name: Criterion): number => Math.max(...schemes.map((scheme) => scheme.points[name]));
const scores = field(form({
  harmony: points('harmony', most('harmony')), upbringing: points('upbringing', most('upbringing')), elders: points('elders', most('elders')),
  neighbours: points('neighbours', most('neighbours')), honesty: points('honesty', most('honesty')), opinion: points('opinion', most('opinion')),
} satisfies Record<Criterion, z.ZodType>), { label: { zh: '逐项评分', en: 'Points' }, input: 'group' });
const scoring = form({ scores, comment: lines({ zh: '评语', en: 'Comment' }, { max: 300 }).optional() });

const checkedFact = form({
  fact: shortText({ zh: '所述事实', en: 'What is told' }, { max: 200 }),
  heardFrom: choice({ zh: '核实来源', en: 'Checked with' }, [['household', '本人家庭', 'The household'], ['neighbours', '邻里', 'Neighbours'], ['village', '村居干部', 'Village officers'], ['papers', '书面材料', 'Papers']]),
  holds: choice({ zh: '核实结果', en: 'Result' }, [['true', '属实', 'True'], ['untrue', '不属实', 'Not true']]),
});

export const forms = {
  open: form({
    scheme: field(z.enum(schemes.map(({ id }) => id)), { label: { zh: '评选方案', en: 'Scheme' }, class: 'P1', options: schemes.map(({ id, title }) => ({ value: id, label: title })) }),
    household: entryRef({ zh: '家庭', en: 'Household' }, 'households'),
    levelTarget: choice({ zh: '推荐层级', en: 'Level' }, LEVELS),
    source: choice({ zh: '推荐方式', en: 'Nominated' }, SOURCES),
    categories: field(must(z.array(z.enum(CATEGORIES.map(([value]) => value))).max(6), (chosen) => chosen.length > 0, { zh: '请至少选择一个类型', en: 'Choose at least one' }), { label: { zh: '类型', en: 'Kinds' }, input: 'choices', options: CATEGORIES.map(([value, zh, en]) => ({ value, label: { zh, en } })) }),
    members: field(must(z.array(consented).max(12), (members) => members.length > 0, { zh: '每位成年家庭成员均须签署同意书', en: 'Every adult of the household has to consent' }), { label: { zh: '成年家庭成员及同意书', en: 'Adults of the household, each with a consent' }, help: { zh: '只登记成年人；不登记子女信息', en: 'Adults only: nothing about children is written down' }, class: 'P3', input: 'list', neededFor: '个人信息保护法第25、29条' }),
    allAdults: tick({ zh: '以上已包括全部成年家庭成员', en: 'These are all adults of the household' }),
  }),
  submit: form({ summary, story, photos: field(pictures, { label: { zh: '照片', en: 'Pictures' }, input: 'list', class: 'P3' }).optional() }),
  recordVote: form({ minutes: minutes({ zh: '村级评议记录', en: 'Minutes of the village panel' }), villageOpinion: opinion }),
  draftNotice: form({ noticeText: published({ zh: '公示内容', en: 'Text of the notice' }, 20, 500, { zh: '只写公示名称、村居、类型、简介和异议方式；监督电话由模板统一附上', en: 'Only the public name, village, kinds, summary and how to object; the template adds the supervisor’s telephone' }) }),
  release: form({ previewSeen: tick({ zh: '已核对脱敏后的公示预览', en: 'I have checked the masked preview' }) }),
  recordPosting: form({ sheet: postedSheet({ zh: '张贴证明', en: 'Proof of posting' }) }),
  object: form({
    subject: code({ zh: '异议事项', en: 'About' }, 'objection'),
    content: lines({ zh: '异议内容', en: 'What is objected' }, { min: 5, max: 1_000, class: 'P3' }),
    anonymous: yesNo({ zh: '匿名', en: 'Anonymous' }).optional(),
    ...objector,
    receivedOn: day({ zh: '收到日期', en: 'Received on' }),
  }),
  ...gatherForms(NOTICES),
  judgeObjection: judgement,
  ruleObjection: judgement,
  pass: form({
    visit: visit({ zh: '入户核实记录', en: 'Record of the visit' }),
    facts: field(z.array(checkedFact).min(1).max(20), { label: { zh: '逐条核实', en: 'Facts, one by one' }, help: { zh: '事迹中的每一件事各列一条；有不属实的，退回补正', en: 'One line for each thing the story tells; where one is not true, send it back' }, input: 'list' }),
    noOtherAward: tick({ zh: '本周期内未重复表彰', en: 'No other award in this term' }),
    townOpinion: opinion,
  }),
  sendBack: returning,
  resubmit: form({
    answers: field(z.array(form({ answer: lines({ zh: '补正情况', en: 'What was done' }, { min: 2, max: 300 }) })).min(1).max(20), { label: { zh: '逐项补正说明', en: 'An answer to each item' }, help: { zh: '按退回清单的顺序，每项一条', en: 'In the order of the list, one for each' }, input: 'list' }),
    summary: summary.optional(), story: story.optional(),
  }),
  score: scoring,
  substituteScore: scoring,
  rank: form({ rankReference: shortText({ zh: '评审会议记录编号', en: 'Minutes of the panel' }, { max: 60, help: { zh: '按平均分在名额内排序；同分的按方案规定的次序比较', en: 'By mean within the places; ties as the scheme says' } }) }),
  recuse: form({ ground }),
  sign: form({ outcome: choice({ zh: '结果', en: 'Outcome' }, [['recommend', '向上推荐', 'Recommend upward'], ['story', '作为典型案例', 'Case story'], ['commend', '提请表彰', 'Propose a commendation']], { zh: '没有表彰批准文号的，只能向上推荐或作为典型案例', en: 'Without an approval number: recommend or case story only' }), headOpinion: opinion }),
  reject: refusal,
  forward: form({ packReference: shortText({ zh: '报送材料编号', en: 'Number of the pack sent' }, { max: 60 }) }),
  confirm: form({ districtReference: shortText({ zh: '区级批复编号', en: 'Number of the district’s reply' }, { max: 60 }), districtOpinion: opinion }),
  decline: form({ ground }),
  appeal: form({ ground, signedOn: day({ zh: '申请人签字日期', en: 'Signed by the household on' }) }),
  grantAppeal: form({ ground }),
  refuseAppeal: refusal,
  withdrawConsent: form({ statement: evidenceOrFiles({ zh: '撤回同意的书面声明', en: 'Statement of withdrawal' }, { min: 1, kinds: ['written_statement', 'signed_form'] }), withdrawnOn: day({ zh: '撤回日期', en: 'Withdrawn on' }, { help: { zh: '自该日起2个工作日内撤下', en: 'It is down within 2 working days of it' } }) }),
  takeDown: form({ removedFrom: lines({ zh: '撤下的地方', en: 'Where it was taken down' }, { min: 2, max: 500, help: { zh: '逐处写明：公示栏、网站、板块、印刷品等', en: 'Each of them: boards, web pages, forum, print' } }), downOn: day({ zh: '全部撤下日期', en: 'Down everywhere on' }) }),
  withdraw: form({ statement: evidenceOrFiles({ zh: '撤回声明', en: 'Statement of withdrawal' }, { min: 1, kinds: ['written_statement', 'signed_form'] }) }),
  proposeRevocation: form({
    revocationGround: choice({ zh: '撤销事由', en: 'Ground' }, [['false_facts', '事迹不实', 'The facts were false'], ['household_asks', '家庭主动申请', 'The household asks'], ['final_decision', '生效法律文书认定的严重违法', 'A serious unlawful act found by a final decision']]),
    facts: lines({ zh: '事实依据', en: 'Facts' }, { min: 10, max: 1_000, class: 'P3' }),
    heardOn: day({ zh: '听取陈述日期', en: 'Household heard on' }),
    hearing: lines({ zh: '家庭陈述意见', en: 'What the household said' }, { min: 2, max: 1_000, class: 'P3' }),
  }),
  confirmRevocation: form({ districtOpinion: opinion }),
  declineRevocation: form({ ground }),
};
