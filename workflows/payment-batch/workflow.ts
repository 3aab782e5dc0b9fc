/** A payment batch: drawn up by one, checked by another, signed, sent to the bank, reconciled and closed. */
import type { Day, Effect } from '../kit/words.ts';
import { dayOf } from '../office/working-days.ts';
import { arrow, define, facts, reading, toClaims, type Asked, type Batch } from './batch.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { messages } from './messages.ts';

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('An accepted form lacks a field it demands');
  return value;
};

const rules = {
  'batch-not-empty': reading(['pending'], ({ facts: { pending } }) => pending.count > 0),
  'total-holds': reading(['pending'], ({ case: { data }, facts: { pending } }) => pending.sum === data.total && pending.count === data.lines),
  'no-line-pending': reading(['pending'], ({ facts: { pending } }) => pending.count === 0),
  'paid-total-holds': reading(['paid'], ({ case: { data }, facts: { paid } }) => paid.sum === data.paidTotal),
};

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
  sentByNow: past('sentOn', ({ form }) => form.sentOn),
  receivedByNow: past('receivedOn', ({ form }) => form.receivedOn),
  notBeforeSent: {
    field: 'receivedOn', text: { zh: '收到日期不能早于送交日期', en: 'It cannot have come back before it was sent' },
    ok: ({ case: { data }, form }: Asked) => (form.receivedOn ?? '') >= (data.sentOn ?? ''),
  },
};

const branches = {
  /** Lines that neither are paid nor wait to be paid have failed. */
  someFailed: reading(['pending', 'paid'], ({ case: { data }, facts: { pending, paid } }) => pending.count + paid.count < (data.lines ?? 0)),
};

const frozen = reading(['pending'], ({ facts: { pending } }): Partial<Batch> => ({ total: pending.sum, lines: pending.count }));
const returned = reading(['pending', 'paid'], ({ case: { data }, form, facts: { pending, paid } }): Partial<Batch> => ({
  bankReference: given(form.bankReference), returnHash: given(form.fileHash), returnedOn: given(form.receivedOn),
  paidTotal: pending.sum + paid.sum, failed: (data.lines ?? 0) - pending.count - paid.count,
}));

const tell = (what: string, post: string) => (): Effect[] => [{ type: 'tell', what, posts: [post] }];
const effects = {
  tellToSign: tell('toSign', 'town_head'),
  tellToSend: tell('toSend', 'finance'),
  tellPartlyReturned: tell('partlyReturned', 'finance'),
  /** The lines that failed were recorded one by one before; all others were paid. */
  payRest: ({ case: { id }, form }: Asked): Effect[] => toClaims('bankOk', 'batch', id, ['inPayment'], { bankReference: given(form.bankReference), paidOn: given(form.receivedOn) }),
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
  unit: 'town',
  facts, rules, branches, checks, effects, forms, messages, examples,
  open: arrow({ who: ['finance'] }, { to: 'draft', keep: ({ form }) => ({ title: given(form.title), payBy: given(form.payBy) }) }),
  states: {
    draft: {
      on: {
        check: arrow({ who: ['finance'], notWho: [{ step: '.open', since: 'case' }], rules: ['batch-not-empty'], checks: ['listAgrees'] }, { to: 'checked', keep: frozen, do: ['tellToSign'] }),
        cancel,
      },
    },
    checked: {
      on: {
        sign: arrow({ who: ['town_head'], notWho: [{ step: '.open', since: 'case' }, { step: 'draft.check', since: 'case' }], rules: ['batch-not-empty', 'total-holds'] }, { to: 'signed', do: ['tellToSend'] }),
        sendBack: arrow({ who: ['town_head'] }, { to: 'draft' }),
        cancel,
      },
    },
    signed: {
      on: {
        sendToBank: arrow({ who: ['finance'], notWho: [{ step: 'checked.sign', since: 'case' }], rules: ['total-holds'], checks: ['sentByNow'] }, { to: 'sentToBank', keep: ({ form }) => ({ bankFileNo: given(form.bankFileNo), sentHash: given(form.fileHash), sentOn: given(form.sentOn) }) }),
        cancel,
      },
    },
    sentToBank: {
      on: {
        recordReturn: arrow({ who: ['finance'], checks: ['receivedByNow', 'notBeforeSent'] },
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
