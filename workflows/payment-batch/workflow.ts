/** A payment batch: drawn up by one, checked by another, signed, sent to the bank, reconciled and closed. */
import { given, tell } from '../kit/shorthand.ts';
import type { Day, Effect } from '../kit/words.ts';
import { dayOf } from '../office/working-days.ts';
import { compareHash, sameLines } from './kept.ts';
import { settle, exchange, type Line, type Settled } from './bank-file.ts';
import { arrow, define, facts, reading, toClaims, toEach, type Asked, type Batch, type Facts } from './batch.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { messages } from './messages.ts';
import { roster } from './roster.ts';

const amountOf = ({ values }: { readonly values: Record<string, unknown> }): number => Number(values['amount'] ?? 0);
const sumOf = (roll: Facts['pendingRoll']): number => roll.reduce((sum, one) => sum + amountOf(one), 0);

const rules = {
  'batch-not-empty': reading(['pending'], ({ facts: { pending } }) => pending.count > 0),
  /** Line by line: the same claims with the same amounts as were checked. */
  'total-holds': reading(['pendingRoll'], ({ case: { data }, facts: { pendingRoll } }) =>
    sumOf(pendingRoll) === data.total && pendingRoll.length === data.lines && (data.listed ?? []).every(({ claim, fen }, i) => pendingRoll[i]?.id === claim && amountOf(pendingRoll[i]) === fen)),
  'nobody-twice': reading(['pendingRoll'], ({ facts: { pendingRoll } }) => new Set(pendingRoll.map(({ id, key }) => key ?? id)).size === pendingRoll.length),
  'no-line-pending': reading(['pending'], ({ facts: { pending } }) => pending.count === 0),
  /** Claims, batch and bank say the same, in sum and line by line. */
  'paid-total-holds': reading(['paidRoll'], ({ case: { data }, facts: { paidRoll } }) => {
    const fenOf = new Map(paidRoll.map(({ id, values }) => [id, Number(values['paidFen'])]));
    const sum = [...fenOf.values()].reduce((all, fen) => all + fen, 0);
    return sum === data.paidTotal && (data.answered ?? []).every(({ claim, fen, outcome }) => fenOf.get(claim) === (outcome === 'paid' ? fen : undefined));
  }),
};

/** What the return file comes to, where there is one. */
const settled = (data: Batch, form: Asked['form']): readonly Settled[] | null => (form.lines ? settle(data.listed ?? [], form.lines, form.settlements ?? []) : null);

const past = (field: string, dateOf: (asked: Asked) => Day | undefined) =>
  ({ field, text: { zh: '日期不能晚于今天', en: 'The date cannot lie after today' }, ok: (asked: Asked) => (dateOf(asked) ?? '') <= dayOf(asked.at) });
const checks = {
  listAgrees: {
    field: 'listTotal', text: { zh: '财政清单合计与批次合计不一致，请逐笔核对', en: 'The finance list’s total differs from the batch’s: please compare line by line' },
    ok: reading(['pending'], ({ form, facts: { pending } }) => form.listTotal === undefined || form.listTotal === pending.sum),
  },
  statementAgrees: {
    field: 'statementTotal', text: { zh: '对账单合计与已到账合计不一致，请逐笔核对', en: 'The statement’s total differs from what was paid: please compare line by line' },
    ok: ({ case: { data }, form }: Asked) => form.statementTotal === undefined || form.statementTotal === data.paidTotal,
  },
  /** Where the office made the file, it is that file which went. */
  fileIsMade: {
    field: 'fileHash', text: { zh: '与本批次已生成的代发文件校验值不一致，请送交从本页下载的文件', en: 'Not the checksum of a file made of this batch: please send the file downloaded here' },
    ok: reading(['files'], ({ form, facts: { files } }) => files.every(({ way }) => way !== 'out') || compareHash(files, 'out', form.fileHash)),
  },
  fileIsTaken: {
    field: 'fileHash', text: { zh: '该回盘文件尚未上传，或明细与文件不一致，请重新上传', en: 'That return file was not uploaded, or the lines are not those in it: please upload it again' },
    ok: reading(['files'], ({ form, facts: { files } }) => form.lines === undefined || sameLines(files, form.fileHash, form.lines)),
  },
  linesGiven: {
    field: 'lines', text: { zh: '本批次以文件送交银行，请上传银行回盘文件，不能手工登记', en: 'This batch went to the bank as a file: please upload the bank’s return file' },
    ok: ({ case: { data }, form }: Asked) => !data.byFile || form.lines !== undefined,
  },
  everyLineSettled: {
    field: 'settlements', text: { zh: '还有缺失、重复、不符或不在本批次的行没有处理，请逐行写明处理和依据；未处理完不会入账', en: 'Lines that are missing, doubled, different or unknown are not settled yet: decide each with its ground; nothing is booked before' },
    ok: ({ case: { data }, form }: Asked) => (form.lines === undefined ? form.settlements === undefined : settled(data, form) !== null),
  },
  /** What was recorded by hand before must be what the file says. */
  agreesWithRecorded: {
    field: 'lines', text: { zh: '有的行已手工登记过不同的银行结果，请先核对', en: 'A line was recorded by hand with another result: please compare first' },
    ok: reading(['pendingRoll', 'paidRoll'], ({ case: { data }, form, facts: { pendingRoll, paidRoll } }) => {
      const [waiting, paid] = [new Set(pendingRoll.map(({ id }) => id)), new Set(paidRoll.map(({ id }) => id))];
      return (settled(data, form) ?? []).every(({ claim, outcome }) => waiting.has(claim) || (outcome === 'paid') === paid.has(claim));
    }),
  },
  sentByNow: past('sentOn', ({ form }) => form.sentOn),
  receivedByNow: past('receivedOn', ({ form }) => form.receivedOn),
  notBeforeSent: {
    field: 'receivedOn', text: { zh: '收到日期不能早于送交日期', en: 'It cannot have come back before it was sent' },
    ok: ({ case: { data }, form }: Asked) => (form.receivedOn ?? '') >= (data.sentOn ?? ''),
  },
};

const branches = {
  /** Lines that neither are paid nor wait to be paid have failed. */
  someFailed: reading(['pending', 'paid'], ({ case: { data }, form, facts: { pending, paid } }) =>
    settled(data, form)?.some(({ outcome }) => outcome === 'failed') ?? pending.count + paid.count < (data.lines ?? 0)),
};

const frozen = reading(['pendingRoll'], ({ facts: { pendingRoll } }): Partial<Batch> => {
  const tiers: Record<string, number> = {};
  for (const { values } of pendingRoll) for (const [tier, fen] of Object.entries((values['shares'] ?? {}) as Record<string, number>)) tiers[tier] = (tiers[tier] ?? 0) + fen;
  return { total: sumOf(pendingRoll), lines: pendingRoll.length, tiers, listed: pendingRoll.map((one, i) => ({ no: i + 1, claim: one.id, fen: amountOf(one) })) };
});
const sent = reading(['files'], ({ form, facts: { files } }): Partial<Batch> =>
  ({ bankFileNo: given(form.bankFileNo), sentHash: given(form.fileHash), sentOn: given(form.sentOn), byFile: compareHash(files, 'out', form.fileHash) }));
/** By hand: what is pending was paid by the bank with all else, and what is gone from the batch had failed. */
const byHand = (listed: readonly Line[], paid: ReadonlySet<string>): readonly Settled[] => listed.map((line) => ({ ...line, outcome: paid.has(line.claim) ? 'paid' : 'failed' }));
const booked = (lines: readonly Settled[]): Partial<Batch> => {
  const paid = lines.filter(({ outcome }) => outcome === 'paid');
  return { answered: lines, paidTotal: paid.reduce((sum, { fen }) => sum + fen, 0), failed: lines.length - paid.length };
};
const returned = reading(['pendingRoll', 'paidRoll'], ({ case: { data }, form, facts: { pendingRoll, paidRoll } }): Partial<Batch> => ({
  bankReference: given(form.bankReference), returnHash: given(form.fileHash), returnedOn: given(form.receivedOn),
  ...booked(settled(data, form) ?? byHand(data.listed ?? [], new Set([...pendingRoll, ...paidRoll].map(({ id }) => id)))),
}));

const effects = {
  tellToSign: tell('toSign', 'town_head'),
  tellToSend: tell('toSend', 'finance'),
  tellPartlyReturned: tell('partlyReturned', 'finance'),
  /** With a file each line hears what the bank says of it; without, those that failed were recorded before, and all others were paid. */
  payRest: reading(['pendingRoll'], ({ case: { id, data }, form, facts: { pendingRoll } }): Effect[] => {
    const [bankReference, on] = [given(form.bankReference), given(form.receivedOn)];
    if (!form.lines) return toClaims('bankOk', 'batch', id, ['inPayment'], { bankReference, paidOn: on });
    const waiting = new Set(pendingRoll.map(({ id: claim }) => claim));
    const lines = (data.answered ?? []).filter(({ claim }) => waiting.has(claim));
    return [
      ...toEach('bankOk', lines.filter(({ outcome }) => outcome === 'paid').map(({ claim }) => ({ id: claim, data: { bankReference, paidOn: on } }))),
      ...toEach('bankFail', lines.filter(({ outcome }) => outcome === 'failed').map(({ claim, cause }) => ({ id: claim, data: { cause, bankReference, returnedOn: on } }))),
    ];
  }),
  closeClaims: ({ case: { id } }: Asked): Effect[] => toClaims('close', 'paidIn', id, ['paid'], {}),
  freeClaims: ({ case: { id }, form }: Asked): Effect[] => toClaims('unbatch', 'batch', id, ['inPayment'], { remark: given(form.remark) }),
};

const cancel = arrow({ who: ['finance'], aside: true }, { to: 'cancelled', do: ['freeClaims'] });
const reconcile = arrow({ who: ['finance'], rules: ['no-line-pending', 'paid-total-holds'], checks: ['statementAgrees'] }, { to: 'reconciled', keep: ({ form }) => ({ statementNo: given(form.statementNo) }) });

export const paymentBatch = define({
  name: 'payment-batch',
  version: 1,
  title: { zh: '发放批次', en: 'Payment batches' },
  about: { zh: '财政编制、复核、领导签批、送银行代发、回盘、对账的惠民待遇发放批次。', en: 'Batches in which approved claims are checked, signed, paid by the bank and reconciled.' },
  readers: ['auditor'],
  returns: { events: ['sendBack'] },
  unit: 'town',
  facts, rules, branches, checks, effects, forms, messages, examples,
  open: arrow({ who: ['finance'] }, { to: 'draft', keep: ({ form }) => ({ title: given(form.title), payBy: given(form.payBy) }) }),
  states: {
    draft: {
      on: {
        check: arrow({ who: ['finance'], notWho: [{ step: '.open', since: 'case' }], rules: ['batch-not-empty', 'nobody-twice'], checks: ['listAgrees'] }, { to: 'checked', keep: frozen, do: ['tellToSign'] }),
        cancel,
      },
    },
    checked: {
      sitting: { sign: 'sign', back: 'sendBack', facts: ['total', 'lines', 'payBy'] },
      on: {
        sign: arrow({ who: ['town_head'], notWho: [{ step: '.open', since: 'case' }, { step: 'draft.check', since: 'case' }], rules: ['batch-not-empty', 'total-holds'] }, { to: 'signed', do: ['tellToSend'] }),
        sendBack: arrow({ who: ['town_head'] }, { to: 'draft' }),
        cancel,
      },
    },
    signed: {
      on: {
        sendToBank: arrow({ who: ['finance'], notWho: [{ step: 'checked.sign', since: 'case' }], rules: ['total-holds'], checks: ['sentByNow', 'fileIsMade'] }, { to: 'sentToBank', keep: sent }),
        cancel,
      },
    },
    sentToBank: {
      on: {
        recordReturn: arrow({ who: ['finance'], checks: ['receivedByNow', 'notBeforeSent', 'linesGiven', 'fileIsTaken', 'everyLineSettled', 'agreesWithRecorded'] },
          { when: 'someFailed', to: 'partlyReturned', keep: returned, do: ['payRest', 'tellPartlyReturned'] },
          { to: 'returnedOk', keep: returned, do: ['payRest'] }),
      },
    },
    partlyReturned: { tags: ['returned'], on: { reconcile } },
    returnedOk: { on: { reconcile } },
    reconciled: { on: { close: arrow({ who: ['finance'], rules: ['no-line-pending'] }, { to: 'closed', do: ['closeClaims'] }) } },
    closed: { tags: ['end', 'good'], on: {} },
    cancelled: { tags: ['end'], on: {} },
  },
  exchange, roster,
  list: {
    title: 'title',
    fields: [
      { name: 'title', label: { zh: '批次名称', en: 'Name of the batch' }, type: 'text' },
      { name: 'payBy', label: { zh: '计划发放日期', en: 'To be paid by' }, type: 'day' },
      { name: 'total', label: { zh: '合计', en: 'Total' }, type: 'money' },
      { name: 'lines', label: { zh: '笔数', en: 'Lines' }, type: 'number' },
      { name: 'failed', label: { zh: '失败笔数', en: 'Failed lines' }, type: 'number' },
      { name: 'sentOn', label: { zh: '送交日期', en: 'Sent on' }, type: 'day' },
    ],
  },
});
