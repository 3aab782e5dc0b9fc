/** Payment, correction of the account, closing, and what may come after: a new round, revocation and recovery. */
import { since } from '../../kit/shorthand.ts';
import { back, type StateOf } from '../../kit/workflow.ts';
import { arrow, type Claim, type Facts, type Fields } from '../claim.ts';
import { reopened } from '../keeps/filing.ts';
import { accountChecked, accountCorrected, batched, bounced, paidOut, recovered, revocationProposed, unbatched } from '../keeps/paying.ts';
import { confirmed, filed, reviewed, signed, waiting } from './common.ts';

const revoke = arrow({ who: ['town_head'], aside: true, rules: ['not-related'], checks: ['heardByNow', 'notMoreThanPaid'] }, { to: 'revocationProposed', keep: revocationProposed });

export const payingStates: Readonly<Record<string, StateOf<Claim, Fields, Facts>>> = {
  approved: {
    on: {
      batch: arrow({ who: ['finance'], notWho: [...reviewed, ...signed, ...confirmed], rules: ['notices-complete', 'shares-add-up', 'shares-approved', 'account-checked', 'within-budget', 'no-open-batch'], checks: ['batchStillDraft'] }, { to: 'inPayment', keep: batched, do: ['commit'] }),
      checkAccount: arrow({ who: ['town_clerk'], aside: true, notWho: filed, rules: ['not-related'] }, { keep: accountChecked }),
      ...waiting,
    },
  },
  /** The batch is what waits for finance here, not each claim in it. */
  inPayment: {
    on: {
      bankOk: arrow({ who: ['finance'], aside: true, rules: ['batch-sent', 'notices-complete'], checks: ['paidByNow'] }, { to: 'paid', keep: paidOut, do: ['pay', 'tellPaid', 'textPaid'] }),
      bankFail: arrow({ who: ['finance'], aside: true, rules: ['batch-sent'], checks: ['returnedByNow'] }, { to: 'paymentFailed', keep: bounced, do: ['release', 'tellBounced'] }),
      unbatch: arrow({ who: ['finance'], aside: true, rules: ['batch-not-sent'] }, { to: 'approved', keep: unbatched, do: ['release'] }),
    },
  },
  paymentFailed: {
    tags: ['returned'],
    on: { correctAccount: arrow({ who: ['village_clerk'], notWho: since('round', 'accountCheck.confirmAccount'), checks: ['holderIsApplicant'] }, { to: 'accountCheck', keep: accountCorrected }) },
  },
  accountCheck: {
    on: {
      confirmAccount: arrow({ who: ['town_clerk'], notWho: [...filed, ...since('round', 'paymentFailed.correctAccount')], rules: ['not-related', 'notices-complete'] }, { to: 'approved', keep: accountChecked, do: ['tellFinance'] }),
      returnAccount: arrow({ who: ['town_clerk'], notWho: [...filed, ...since('round', 'paymentFailed.correctAccount')], rules: ['not-related'] }, { to: 'paymentFailed' }),
    },
  },
  paid: {
    on: { close: arrow({ who: ['finance'], aside: true, rules: ['batch-reconciled'] }, { to: 'closed' }), revoke },
  },
  closed: {
    tags: ['end', 'good'],
    on: { reopen: arrow({ who: ['town_head'], aside: true }, { to: 'draft', round: true, keep: reopened, do: ['tellVillage'] }), revoke },
  },
  revocationProposed: {
    remembers: true,
    on: {
      confirmRevocation: arrow({ who: ['district_officer'], notWho: since('case', 'paid.revoke', 'closed.revoke'), rules: ['not-related'] }, { to: 'recovery', do: ['tellFinance'] }),
      dismissRevocation: arrow({ who: ['district_officer'], notWho: since('case', 'paid.revoke', 'closed.revoke'), rules: ['not-related'] }, { to: back('revocationProposed') }),
    },
  },
  recovery: {
    on: {
      recordRecovery: arrow({ who: ['finance'], checks: ['receivedByNow', 'notMoreThanOpen'] },
        { when: 'recoveredInPart', keep: recovered, do: ['takeBack'] },
        { to: 'recovered', keep: recovered, do: ['takeBack'] }),
      proposeWriteOff: arrow({ who: ['finance'] }, { to: 'writeOffProposed', do: ['tellHead'] }),
    },
  },
  writeOffProposed: {
    on: {
      signWriteOff: arrow({ who: ['town_head'], notWho: since('round', 'recovery.proposeWriteOff') }, { to: 'writtenOff' }),
      refuseWriteOff: arrow({ who: ['town_head'], notWho: since('round', 'recovery.proposeWriteOff') }, { to: 'recovery' }),
    },
  },
  recovered: { tags: ['end'], on: {} },
  writtenOff: { tags: ['end', 'bad'], on: {} },
};
