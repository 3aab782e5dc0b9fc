/** The papers of a claim: the approval form and the notice of a refusal, beside the slip of its payment. */
import type { Box } from '../kit/document.ts';
import type { PaperKind, PaperQuestion } from '../kit/papers.ts';
import type { Lang, State, Text } from '../kit/words.ts';
import { tierName } from '../office/budget.ts';
import { labelOf } from '../office/codes.ts';
import { formatYuan } from '../office/money.ts';
import { chosen, itemsIn, nothing, opinionBoxes, reasonIn, typed, voteIn } from '../office/papers/opinions.ts';
import type { Sayings } from '../office/papers/opinions.ts';
import { writeRefusal } from '../office/papers/refusal.ts';
import { dayOfMoment, dayWritten, endOfAccount, governmentOf, moneyWritten, shown } from '../office/papers/written.ts';
import type { Claim, Facts } from './claim.ts';
import { messages } from './messages.ts';
import { paymentSlip } from './payment-slip.ts';
import { programmeOf } from './rounds.ts';

type Question = PaperQuestion<Claim, Facts>;

const words = {
  form: { zh: '惠民待遇申请审批表', en: 'Benefit claim: approval form' },
  refusal: { zh: '不予批准决定书', en: 'Notice of refusal' },
  applicant: { zh: '申请人', en: 'Applicant' }, sex: { zh: '性别', en: 'Sex' }, number: { zh: '受理编号', en: 'Number' }, unit: { zh: '村（社区）', en: 'Village' },
  programme: { zh: '申请项目', en: 'Programme' }, entitled: { zh: '权益发生日期', en: 'Entitled on' }, filed: { zh: '提交日期', en: 'Filed on' }, spouse: { zh: '配偶', en: 'Spouse' },
  claimed: { zh: '申请金额', en: 'Claimed' }, approved: { zh: '核定金额', en: 'Approved' }, shares: { zh: '资金分担', en: 'Borne by' }, account: { zh: '收款账户', en: 'Account' },
  notYet: { zh: '（尚未核定）', en: '(not approved yet)' }, ending: { zh: '{type}，尾号{end}', en: '{type}, ending {end}' },
  foot: { zh: '本表按办理日志逐步生成；身份号码、账号不完整显示。金额以大写为准。制表：{office}　{day}', en: 'Made from the log of the case, step by step; numbers of identity and account are not shown whole. Made by {office} on {day}.' },
  facts: { zh: '你（户）于{filed}经{unit}提出申请，申请项目为“{programme}”，申请金额{amount}。', en: 'You applied on {filed} through {unit} for “{programme}”: {amount}.' },
  found: { zh: '经审查，原因为：{reason}。', en: 'It was found: {reason}.' },
} as const satisfies Record<string, Text>;

const fill = (text: Text, lang: Lang, by: Readonly<Record<string, string>>): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');

const outcome = { notUpheld: { zh: '异议不成立', en: 'Not upheld' }, upheld: { zh: '异议成立', en: 'Upheld' }, granted: { zh: '撤销原决定，重新办理', en: 'Granted' }, dismissed: { zh: '维持原决定', en: 'Dismissed' } };
const opinion = typed('opinion');
/** What an inquiry found stays with those who judged: it may tell who objected. */
const sayings: Sayings = {
  vote: voteIn(), noticeExpired: nothing, judgeObjection: chosen('outcome', outcome, 'replyNo'), ruleObjection: chosen('outcome', outcome, 'replyNo'),
  passCheck: opinion, pass: opinion, passAgain: opinion, sign: opinion, confirm: typed('opinion', 'documentNo'), sendBack: itemsIn('note'), reject: reasonIn('ground'),
  decideAppeal: chosen('appealOutcome', outcome), bankOk: nothing, confirmAccount: typed('remark'), confirmRevocation: opinion, dismissRevocation: opinion, signWriteOff: opinion, refuseWriteOff: opinion,
};

const box = (lang: Lang) => (name: keyof typeof words, text: string): Box => ({ label: words[name][lang], text });

const sharesIn = ({ shares = {} }: Claim, lang: Lang): string =>
  Object.entries(shares).filter(([, fen]) => fen > 0).map(([tier, fen]) => `${tierName(tier)[lang]} ${formatYuan(fen, lang)}`).join(lang === 'zh' ? '；' : '; ');

const boxesOf = ({ case: one, facts, unit, lang }: Question): (readonly Box[])[] => {
  const { data } = one;
  const put = box(lang);
  const sex = facts.applicant?.values['sex'];
  const spouse = shown(data.spouse?.spouseName);
  return [
    [put('applicant', shown(data.applicantName)), put('sex', typeof sex === 'string' ? labelOf('sex', sex)[lang] : '')],
    [put('number', one.id), put('unit', unit[lang])],
    [put('programme', programmeOf(data).label[lang]), put('entitled', dayWritten(shown(data.entitlementDate), lang))],
    [put('filed', dayWritten(data.filedOn ?? '', lang)), put('account', fill(words.ending, lang, { type: labelOf('accountType', shown(data.accountType))[lang], end: endOfAccount(data.accountNo) }))],
    ...(spouse === '' ? [] : [[put('spouse', spouse)]]),
    [put('claimed', moneyWritten(data.amountClaimed, lang))],
    [put('approved', data.amount === undefined ? words.notYet[lang] : moneyWritten(data.amount, lang))],
    ...(data.amount === undefined ? [] : [[put('shares', sharesIn(data, lang))]]),
  ];
};

const approvalForm: PaperKind<Claim, Facts> = {
  name: 'approval-form', title: words.form,
  states: Object.keys(messages.states).filter((state: State) => state !== 'draft'),
  for: ['village_clerk', 'town_clerk', 'reviewer', 'finance', 'town_head', 'district_officer', 'auditor'],
  reads: ['applicant'],
  write: (question) => {
    const { case: { data }, log, lang, town, at } = question;
    return {
      lang, title: words.form[lang], under: programmeOf(data).label[lang], mark: null,
      blocks: [
        { kind: 'boxes', rows: [...boxesOf(question), ...opinionBoxes(log, sayings, messages, lang)] },
        { kind: 'note', text: fill(words.foot, lang, { office: governmentOf(town, lang), day: dayOfMoment(at, lang) }) },
      ],
    };
  },
};

const refusalNotice: PaperKind<Claim, Facts> = {
  name: 'refusal-notice', title: words.refusal, states: ['rejected', 'appealReview', 'rejectedFinal'], for: ['village_clerk', 'town_clerk', 'reviewer', 'town_head', 'auditor'],
  write: ({ case: { id, state, data, memory }, log, lang, unit, town, at }) => {
    const { step = '', reason = '', ground = '' } = data.refusal ?? {};
    const programme = programmeOf(data).label[lang];
    const decided = log.findLast(({ to }) => to === 'rejected' || to === 'rejectedFinal')?.at ?? at;
    return writeRefusal(lang, {
      number: `${id}-${memory.round}`, to: shown(data.applicantName), matter: programme, step: messages.states[step]?.[lang] ?? step,
      facts: [
        fill(words.facts, lang, { filed: dayWritten(data.filedOn ?? '', lang), unit: unit[lang], programme, amount: moneyWritten(data.amountClaimed, lang) }),
        fill(words.found, lang, { reason: labelOf('reason', reason)[lang] }),
      ],
      ground: [shown(ground)], phone: data.villageNotice?.phone ?? data.townNotice?.phone ?? null, final: state === 'rejectedFinal', town, at: decided,
    });
  },
};

export const papers: readonly PaperKind<Claim, Facts>[] = [approvalForm, refusalNotice, paymentSlip];
