/** What is filled in when a beneficiary of a yearly programme is reviewed: the visit, and, where somebody leaves the programme, why. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { count, day, entryRef, evidenceOrFiles, lines, shortText, visit } from '../office/fields.ts';
import { programmes } from '../office/programmes/index.ts';

export const yearly = programmes.filter(({ status, period }) => status === 'live' && period === 'year');

/** No ground of leaving lies in anything about children (Population and Family Planning Law Arts. 17, 18). */
const GROUNDS = [['died', '死亡', 'Died'], ['movedOut', '户籍迁出', 'Household registration moved out'], ['noLonger', '条件不再符合', 'Conditions no longer met'], ['gaveUp', '本人放弃', 'Gave it up'], ['mistaken', '资格确认错误', 'Confirmed by mistake']] as const;
export const groundOptions = GROUNDS.map(([value, zh, en]) => ({ value, label: { zh, en } }));
/** Of these nobody can be heard. */
export const DIED = 'died';

const opinion = () => lines({ zh: '意见', en: 'Opinion' }, { max: 500 });
const seen = () => visit({ zh: '入户核实', en: 'Visit' }, { help: { zh: '由两名工作人员进行；已死亡的走访家属', en: 'Made by two persons; of somebody who died, to the family' } });

export const forms = {
  open: form({
    beneficiary: entryRef({ zh: '待遇对象', en: 'Beneficiary' }, 'residents', { help: { zh: '从本村居名册中选择', en: 'From the register of this village' } }),
    programme: field(z.enum(yearly.map(({ id }) => id)), { label: { zh: '项目', en: 'Programme' }, class: 'P1', input: 'choice', options: yearly.map(({ id, label }) => ({ value: id, label })) }),
    year: count({ zh: '年审年度', en: 'Year of the review' }, { min: 2025, max: 2099, class: 'P1' }),
    confirmationNo: shortText({ zh: '资格确认文号', en: 'Number of the confirmation' }, { max: 60, help: { zh: '当初确认待遇资格的批复或受理编号', en: 'The decision or claim by which it was granted' } }),
  }),
  keepOn: form({ visit: seen(), opinion: opinion() }),
  proposeExit: form({
    visit: seen(),
    exitGround: field(z.enum(GROUNDS.map(([value]) => value)), { label: { zh: '退出原因', en: 'Why' }, input: 'choice', options: groundOptions, help: { zh: '生育情况不得作为退出原因', en: 'Nothing about children is a ground' } }),
    exitFacts: lines({ zh: '事实说明', en: 'Facts' }, { min: 4, max: 1_000, class: 'P3' }),
    exitPapers: evidenceOrFiles({ zh: '证明材料', en: 'Papers' }, { min: 1 }),
    heard: lines({ zh: '本人陈述意见', en: 'What the person said' }, { min: 2, max: 500, class: 'P3', help: { zh: '除已死亡的以外必填', en: 'Required, unless the person died' } }).optional(),
  }),
  passKept: form({ opinion: opinion() }),
  passExit: form({ opinion: opinion() }),
  sendBack: form({ remark: lines({ zh: '退回原因', en: 'Why it is sent back' }, { max: 500 }) }),
  confirmExit: form({ opinion: opinion(), documentNo: shortText({ zh: '批复文号', en: 'Number of the reply' }, { max: 60 }), lastDay: day({ zh: '停止待遇日期', en: 'Benefit ends on' }) }),
  appeal: form({ grounds: lines({ zh: '复核理由', en: 'Grounds of the appeal' }, { min: 4, max: 1_000 }), signedOn: day({ zh: '签字日期', en: 'Signed on' }) }),
  grantAppeal: form({ findings: lines({ zh: '复核情况', en: 'What was found' }, { min: 4, max: 1_000 }) }),
  dismissAppeal: form({ findings: lines({ zh: '复核情况', en: 'What was found' }, { min: 4, max: 1_000 }) }),
};
