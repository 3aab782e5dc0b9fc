/** One filled-in form for every way a claim can go, made for the asker's village. Synthetic throughout. */
import type { Workflow, World } from '../kit/workflow.ts';
import type { Data, Day, Entry } from '../kit/words.ts';
import { checkDigit } from '../office/citizen-id.ts';
import { isName } from '../office/names.ts';
import { exampleNotice } from '../office/gathered.ts';
import { dayOf } from '../office/working-days.ts';
import { NOTICES } from './forms/gathering.ts';
import { items } from './forms/index.ts';
import { allMet, eligibilityOf } from '../office/programmes/eligibility.ts';
import { programmes } from '../office/programmes/index.ts';
import type { Part, Programme } from '../office/programmes/programme.ts';

const FIRST_17 = '99990119850612001';
const PAPERS = ['signed_form', 'declaration', 'consent', 'id_card', 'household_book', 'marriage_certificate', 'quota_document'];
/** Enough originals for the conditions of any programme. */
const PROOFS = [
  ['registered', 'household_book'], ['married', 'marriage_certificate'], ['paperHeld', 'quota_document'], ['paperHeld', 'decision'],
  ['firstMarriage', 'marriage_certificate'], ['registeredThen', 'marriage_certificate'], ['age', 'id_card'],
] as const;

const account = { bankName: '云溪农商行（演示）', accountType: 'one_card', accountNo: '0000260000000000001' };

const partOf = (part: Part, day: Day): Data => ({
  spouse: { spouseName: '白若谷', spouseIdNumber: FIRST_17 + checkDigit(FIRST_17) },
  marriage: { certificateNo: '演示-结字0012', registeredOn: day, registeredAt: '示例区婚姻登记处' },
  quotaDocument: { documentNo: '演示-旧证0031', issuedOn: '2009-06-01', issuedBy: '云溪镇(演示)' },
  certificate: { paperNo: '演示-资格0077', issuedOn: '2012-03-15', issuedBy: '示例区' },
})[part];

/** The day on which the entry would be entitled under the programme. */
const entitlementOf = ({ status, validity, eligibility }: Programme, { values }: Entry, today: Day): Day => {
  if (eligibility.some(({ condition }) => condition.ask === 'marriageEntitles')) return String(values['marriageDate'] ?? validity.to);
  return status === 'closed' || today > validity.to ? validity.to : today;
};

/** The opening form of a programme for a register entry; whether it is entitled is judged later. */
export const openingFor = (programme: Programme, entry: Entry, today: Day): Data => {
  const { validity, parts, cap, status } = programme;
  const wanted = entitlementOf(programme, entry, today);
  const entitlementDate = wanted >= validity.from && wanted <= validity.to ? wanted : validity.to < today ? validity.to : today;
  return {
    programme: programme.id, applicant: entry.id, entitlementDate, amountClaimed: cap,
    ...(status === 'closed' && { backlogReason: '原符合条件，因外出务工未及时申请，现补办。' }),
    ...Object.fromEntries(parts.map((part) => [part, partOf(part, entitlementDate)])),
    accountHolder: entry.values['name'], ...account,
  };
};

const entitled = (programme: Programme, entry: Entry, today: Day): boolean =>
  allMet(eligibilityOf(programme, openingFor(programme, entry, today) as Parameters<typeof eligibilityOf>[1], entry));

const STRANGER: Entry = { id: 'p000001', unit: '', values: { name: '安知远', status: 'active' } };

/** One claim under each programme for which somebody here is free and entitled; the first goes by way of the notices if any can. */
const openings = ({ free, at }: World): Data[] => {
  const today = dayOf(at);
  const people = free.residents.filter(({ values }) => isName(String(values['name'])));
  const found = programmes.flatMap((programme) => {
    const entry = people.find((one) => entitled(programme, one, today));
    return entry ? [openingFor(programme, entry, today)] : [];
  });
  const last = programmes.at(-1);
  return found.length > 0 || !last ? found : [openingFor(last, people[0] ?? STRANGER, today)];
};

export const examples: Workflow['examples'] = (world) => {
  const today = dayOf(world.at);
  const opinion = '材料齐全，情况属实，同意。';
  const findings = '走访三户并核对原件，情况清楚。';
  const minutes = (yes: number) => ({ minutes: { reference: '评议〔2026〕8号', heldOn: today, panel: 9, present: 8, yes, no: 8 - yes, abstain: 0 } });
  const ruling = (outcome: string) => ({ outcome, findings, replyNo: '答复2026-014' });
  const remark = '请按说明处理。';
  const evidence = (...kinds: string[]) => kinds.map((kind) => ({ kind, reference: '档案柜2-演示', seenOn: today }));
  const facts = '经核对发放记录和原始凭证，事实如上。';
  return {
    open: openings(world),
    revise: { bankName: '云溪信用社（演示）' },
    submit: { signedOn: today, papers: evidence(...PAPERS), consentSensitive: '同意书2026-071', consentTransfer: '同意书2026-072', consentNotice: '同意书2026-073' },
    vote: [minutes(7), minutes(3)],
    draftNotice: { noticePlace: '村务公开栏', noticePhone: '022-26990000' },
    releaseNotice: { opinion: '已核对脱敏内容，同意发布。' },
    returnNotice: { remark },
    joinNotice: { notice: exampleNotice(world.cases(NOTICES, ['draft']), world, 'benefit-claim') },
    leaveNotice: {},
    putUp: { noticePlace: '村务公开栏', noticePhone: '022-26990000', noticeDays: 7, releasedOn: today, postedOn: today, proven: true },
    postAnew: {},
    proveNotice: { noticePlace: '村务公开栏', postedOn: today },
    recordPosting: { sheet: { sheetNo: '公示2026-071', place: '村务公开栏', postedOn: today } },
    object: { subject: 'not_eligible', content: '反映申请人不符合项目条件。', anonymous: true, receivedOn: today },
    judgeObjection: [ruling('notUpheld'), ruling('upheld')],
    ruleObjection: [ruling('notUpheld'), ruling('upheld')],
    sendBack: { reason: 'R01', items: [{ item: 'papers', note: '缺少户口簿首页核验记录。' }] },
    resubmit: [
      { answers: items.map((item) => ({ item, answer: '已核对并补齐。' })) },
      { answers: items.map((item) => ({ item, answer: '已按要求更正。' })), amountClaimed: 20_000 },
    ],
    passCheck: { proofs: PROOFS.map(([rule, kind]) => ({ rule, kind, reference: '原件核对-演示' })), visit: { visitedOn: today, persons: [{ name: '白若谷' }, { name: '安知远' }], findings: '两人入户，与申请内容一致。' }, opinion },
    pass: { opinion },
    passAgain: { opinion },
    sign: { opinion },
    confirm: { opinion, documentNo: '区复〔2026〕9号' },
    reject: { reason: 'R10', ground: '依据项目实施办法，申请事项不在受理范围。' },
    appeal: { grounds: '申请人认为核查遗漏了所附凭证。', signedOn: today },
    decideAppeal: [{ appealOutcome: 'granted', findings }, { appealOutcome: 'dismissed', findings }],
    batch: { batch: world.cases('payment-batch', ['draft'])[0]?.id ?? 'none' },
    unbatch: { remark },
    bankOk: { bankReference: '演示流水-0001', paidOn: today },
    bankFail: { cause: 'numberWrong', bankReference: '演示流水-0002', returnedOn: today },
    correctAccount: { ...account, papers: evidence('account_proof') },
    checkAccount: { papers: evidence('account_proof') },
    confirmAccount: { remark: '已与账户证明核对。' },
    returnAccount: { remark },
    close: {},
    reopen: { reopenGround: 'underpaid', facts, papers: evidence('written_statement') },
    revoke: { revokeGround: 'clearMistake', facts, hearing: { heldOn: today, recordNo: '听取意见2026-03', statement: '当事人对事实无异议。' } },
    confirmRevocation: { opinion },
    dismissRevocation: { opinion: '现有材料不足以认定，不同意撤销。' },
    recordRecovery: [{ receiptNo: '缴款2026-11', receivedOn: today }, { recoveredFen: 100, receiptNo: '缴款2026-12', receivedOn: today }],
    proposeWriteOff: { writeOffGround: '当事人下落不明，多次催缴无果。', papers: evidence('written_statement') },
    signWriteOff: { opinion },
    refuseWriteOff: { opinion: '请继续催缴。' },
    withdraw: { statement: '撤回声明2026-05', signedOn: today },
    suspend: { suspendReason: '等待其他部门出具证明。' },
    resume: { resumeReason: '证明已收到。' },
  };
};
