/** What a claim keeps of its check, its amount, its payment and what is recovered. */
import { splitFen } from '../../office/money.ts';
import { dayOf } from '../../office/working-days.ts';
import { given, reading, type Asked, type Patch } from '../claim.ts';
import { eligibilityOf } from '../programmes/eligibility.ts';
import { programmeOf } from '../rounds.ts';

export const checked = reading(['applicant'], ({ case: { data }, form, facts: { applicant } }): Patch => ({
  proofs: given(form.proofs), visit: given(form.visit), eligibility: eligibilityOf(programmeOf(data), data, applicant),
}));

/** From here on amount and shares stand; what earlier rounds paid is not paid again. */
export const frozen = ({ case: { data }, form }: Asked): Patch => {
  const { shares, remainderTo } = programmeOf(data);
  const entitled = form.amountApproved ?? data.amountClaimed;
  const amount = entitled - (data.paid ?? 0);
  return { entitled, amount, shares: splitFen(amount, shares, remainderTo) };
};

export const batched = ({ form, at }: Asked): Patch => ({ batch: given(form.batch), budgetYear: Number(dayOf(at).slice(0, 4)) });
export const unbatched = (): Patch => ({ batch: null });

export const paidOut = ({ case: { data }, form }: Asked): Patch => ({
  ...(data.batch && { paidIn: data.batch }), paidOn: given(form.paidOn), paidFen: data.amount ?? 0, paid: (data.paid ?? 0) + (data.amount ?? 0),
});
export const bounced = ({ case: { data }, form }: Asked): Patch => ({ batch: null, ...(data.batch && { failedIn: data.batch }), failedCause: given(form.cause) });

export const accountCorrected = ({ form }: Asked): Patch => ({
  ...(form.accountHolder && { accountHolder: form.accountHolder }), bankName: given(form.bankName), accountType: given(form.accountType), accountNo: given(form.accountNo),
});

export const revocationProposed = ({ case: { data }, form }: Asked): Patch => ({
  revocation: { ground: given(form.revokeGround), facts: given(form.facts), hearing: given(form.hearing), fen: form.recoverFen ?? data.paid ?? 0 },
});

/** A receipt without an amount brings back all that is still open. */
export const recovered = ({ case: { data }, form }: Asked): Patch => {
  const lastReceived = form.recoveredFen ?? (data.revocation?.fen ?? 0) - (data.recovered ?? 0);
  return { lastReceived, recovered: (data.recovered ?? 0) + lastReceived };
};
