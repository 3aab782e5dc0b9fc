/** What a filled-in form must keep to beyond its own fields; the sentence shows at the field. */
import type { Check } from '../kit/workflow.ts';
import type { Day, Text } from '../kit/words.ts';
import { isQuorate, objectorFits, objectorText } from '../office/fields.ts';
import { levelOf, noticeFits } from '../office/gathered.ts';
import { phoneKind } from '../office/phone.ts';
import { dayOf } from '../office/working-days.ts';
import { reading, type Asked, type Claim, type Facts, type Fields } from './claim.ts';
import { findProgramme } from '../office/programmes/index.ts';
import { asGoverned } from '../office/programmes/terms.ts';
import { governing } from '../office/programmes/versions.ts';
import { noticeDays, partNames, parts, type Part, type Programme } from '../office/programmes/programme.ts';
import { noticeOf, programmeOf } from './rounds.ts';

type ClaimCheck = Check<Claim, Fields, Facts>;
const check = (field: string, ok: ClaimCheck['ok'], zh: string, en: string): ClaimCheck => ({ field, ok, text: { zh, en } satisfies Text });

type AskedOfVersions = Asked<'versions'>;
/** The programme of the form when the claim is opened, of the claim afterwards, as the version has it that governs the day typed in. */
const programmeAsked = ({ case: { data }, form, facts: { versions } }: AskedOfVersions): Programme | undefined => {
  if (data.programme && form.entitlementDate === undefined) return programmeOf(data);
  const base = findProgramme(data.programme || form.programme);
  return base && asGoverned(base, governing(base, versions ?? [], form.entitlementDate ?? ''));
};
const asksFor = (asked: AskedOfVersions, part: Part): boolean => programmeAsked(asked)?.parts.includes(part) ?? false;

const past = (field: keyof Fields, dateOf: (form: Fields) => Day | undefined): ClaimCheck =>
  check(field, ({ form, at }) => (dateOf(form) ?? '') <= dayOf(at), '日期不能晚于今天', 'The date cannot lie after today');

const partChecks = Object.fromEntries(parts.flatMap((part): [string, ClaimCheck][] => [
  [`${part}Given`, check(part, reading(['versions'], (asked) => !asksFor(asked, part) || asked.form[part] !== undefined), `本项目须填写${partNames[part].zh}`, `This programme asks for ${partNames[part].en}`)],
  [`${part}NotAsked`, check(part, reading(['versions'], (asked) => asksFor(asked, part) || asked.form[part] === undefined), `本项目不收集${partNames[part].zh}，请删除`, `This programme does not ask for ${partNames[part].en}: leave it out`)],
]));
const partsNotAsked = parts.map((part) => `${part}NotAsked`);
/** Of whatever is typed into the claim, at its opening or later. */
export const correctionChecks = ['inValidity', 'entitledByNow', 'belowCap', 'holderIsApplicant', 'textPhoneGiven', 'textPhoneMobile', ...partsNotAsked];
export const filingChecks = ['ofThisVillage', 'whyLate', ...parts.map((part) => `${part}Given`), ...correctionChecks];

const PAPERS = ['signed_form', 'declaration', 'consent', 'id_card'] as const;
const hasPapers = ({ case: { data }, form }: Asked): boolean =>
  [...PAPERS, ...programmeOf(data).papers].every((kind) => form.papers?.some((paper) => paper.kind === kind));

const everyRuleProven = ({ case: { data }, form }: Asked): boolean =>
  programmeOf(data).eligibility.every(({ code, evidence }) => form.proofs?.some((proof) => proof.rule === code && evidence.includes(proof.kind)));

const approved = ({ case: { data }, form }: Asked): number => form.amountApproved ?? data.amountClaimed;
const stillOpen = ({ data: { revocation, recovered = 0 } }: Asked['case']): number => (revocation?.fen ?? 0) - recovered;

export const checks: Readonly<Record<string, ClaimCheck>> = {
  ...partChecks,
  ofThisVillage: check('applicant', reading(['applicant'], ({ case: { unit }, facts: { applicant } }) => applicant?.unit === unit && applicant.values['status'] === 'active'),
    '申请人不在本村居名册中，请从名册选择', 'The applicant is not in this village’s register: please choose from it'),
  inValidity: check('entitlementDate', reading(['versions'], (asked) => {
    const { validity } = programmeAsked(asked) ?? {};
    const date = asked.form.entitlementDate;
    return date === undefined || (validity !== undefined && validity.from <= date && date <= validity.to);
  }), '权益发生日期不在项目有效期内', 'The day of entitlement lies outside the programme’s validity'),
  entitledByNow: past('entitlementDate', ({ entitlementDate }) => entitlementDate),
  belowCap: check('amountClaimed', reading(['versions'], (asked) => (asked.form.amountClaimed ?? asked.case.data.amountClaimed ?? 0) <= (programmeAsked(asked)?.cap ?? 0)), '申请金额超过项目标准', 'The amount is above the programme’s standard'),
  whyLate: check('backlogReason', ({ form }) => findProgramme(form.programme)?.status !== 'closed' || form.backlogReason !== undefined,
    '历史项目只办理补办，请填写补办原因', 'A closed programme takes late claims only: please say why it comes now'),
  holderIsApplicant: check('accountHolder', reading(['applicant'], ({ case: { data }, form, facts: { applicant } }) =>
    form.accountHolder === undefined || form.accountHolder === (data.applicantName ?? applicant?.values['name'])), '户名须与申请人姓名一致', 'The account must be the applicant’s own'),
  textPhoneGiven: check('textPhone', ({ case: { data }, form: { tellByText, textPhone } }) => (tellByText ?? data.tellByText ?? false ? Boolean(textPhone ?? data.textPhone) : textPhone === undefined),
    '选择短信告知的须填写手机号；不需要短信的不填', 'Whoever wants a message gives a mobile number; whoever wants none gives none'),
  textPhoneMobile: check('textPhone', ({ form: { textPhone } }) => textPhone === undefined || phoneKind(textPhone, { demo: true }) !== 'landline', '固定电话收不到短信，请填写11位手机号', 'A landline takes no message: please give a mobile number of 11 digits'),
  papersComplete: check('papers', hasPapers, '缺少必备材料：申请表、承诺书、同意书、身份证及项目要求的材料', 'A paper is missing: signed form, declaration, consent, identity card and what the programme asks for'),
  noticeConsent: check('consentNotice', ({ case: { data }, form }) => programmeOf(data).notice === 'none' || form.consentNotice !== undefined, '本项目须公示，请登记公示同意书', 'This programme is posted: please enter the consent to the notice'),
  signedByNow: past('signedOn', ({ signedOn }) => signedOn),
  everyItemAnswered: check('answers', ({ case: { data }, form }) => (data.returned?.items ?? []).every(({ item }) => form.answers?.some((answer) => answer.item === item)),
    '退回单所列事项须逐项答复', 'Every item that was listed must be answered'),
  quorate: check('minutes', ({ form }) => form.minutes !== undefined && isQuorate(form.minutes), '到会人数不足应到人数的三分之二，评议无效', 'Fewer than two thirds were present: the vote does not count'),
  heldByNow: past('minutes', ({ minutes }) => minutes?.heldOn),
  postedInTime: check('sheet', ({ case: one, form, at }) => {
    const notice = noticeOf(one, levelOf(one.state));
    const posted = form.sheet?.postedOn ?? '';
    return posted >= (notice?.releasedOn ?? '') && posted <= dayOf(at);
  }, '张贴日期应在发布之后、今天或今天之前', 'It cannot have been posted before its release or after today'),
  objectorNamed: { field: 'objectorName', ok: ({ form }) => objectorFits(form), text: objectorText },
  noticeFits: check('notice', reading(['noticeCase'], ({ case: one, facts: { noticeCase } }) => {
    const level = levelOf(one.state);
    return noticeFits(noticeCase, one, level, noticeDays(programmeOf(one.data), level) ?? 0);
  }), '该公示不在编制中，或不属于本村居、本层级，或期限短于本项目要求，请另选', 'That notice is no longer being drawn up, is of another village or level, or hangs for less than this programme asks: please choose another'),
  receivedByNow: past('receivedOn', ({ receivedOn }) => receivedOn),
  everyRuleProven: check('proofs', everyRuleProven, '项目的每个条件都须查验一份适用的原件', 'Each condition of the programme needs an original that proves it'),
  visitedByNow: past('visit', ({ visit }) => visit?.visitedOn),
  amountFits: check('amountApproved', (asked) => approved(asked) <= Math.min(asked.case.data.amountClaimed, programmeOf(asked.case.data).cap) && approved(asked) >= (asked.case.data.paid ?? 0),
    '核定金额不得超过申请金额和项目标准，也不得低于已发金额', 'The amount lies above the claim or the standard, or below what was paid already'),
  batchStillDraft: check('batch', reading(['batchCase'], ({ facts }) => facts.batchCase?.state === 'draft'), '该批次已不在编制中，请另选批次', 'That batch is no longer being drawn up: please choose another'),
  paidByNow: past('paidOn', ({ paidOn }) => paidOn),
  returnedByNow: past('returnedOn', ({ returnedOn }) => returnedOn),
  heardByNow: past('hearing', ({ hearing }) => hearing?.heldOn),
  notMoreThanPaid: check('recoverFen', ({ case: { data }, form }) => (form.recoverFen ?? 0) <= (data.paid ?? 0), '追回金额不能超过已发金额', 'No more can be recovered than was paid'),
  notMoreThanOpen: check('recoveredFen', ({ case: one, form }) => (form.recoveredFen ?? 0) <= stillOpen(one), '收回金额超过尚未收回的金额', 'More than is still open'),
};
