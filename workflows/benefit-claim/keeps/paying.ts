/** What a claim keeps of its check, its amount, its payment and what is recovered. */
import { given } from '../../kit/shorthand.ts';
import { fundLine } from '../../office/budget.ts';
import { splitFen } from '../../office/money.ts';
import { dayOf } from '../../office/working-days.ts';
import { reading, type Asked, type Claim, type Patch } from '../claim.ts';
import { eligibilityOf } from '../../office/programmes/eligibility.ts';
import { programmeOf } from '../rounds.ts';

export const accountChecked = ({ at }: Pick<Asked, 'at'>): Patch => ({ accountCheckedOn: dayOf(at) });

export const checked = reading(['applicant'], ({ case: { data }, form, at, facts: { applicant } }): Patch => ({
  proofs: given(form.proofs), visit: given(form.visit), ...accountChecked({ at }), eligibility: eligibilityOf(programmeOf(data), data, applicant),
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

/** Each tier answers for its own share, anew in each round; the village's vote carries over, for its notice hung anew. */
export const approvedFor = (tier: string) => ({ case: { data, memory }, actor, at }: Asked): Patch =>
  ({ shareApprovals: { ...data.shareApprovals, [tier]: { by: actor.id, on: dayOf(at), round: memory.round } } });

const added = (paid: Readonly<Record<string, number>>, { shares = {}, budgetYear = 0 }: Claim): Record<string, number> => {
  const sums = { ...paid };
  for (const [tier, fen] of Object.entries(shares)) if (fen > 0) sums[fundLine(tier, budgetYear)] = (sums[fundLine(tier, budgetYear)] ?? 0) + fen;
  return sums;
};

export const paidOut = ({ case: { data }, form }: Asked): Patch => ({
  ...(data.batch && { paidIn: data.batch }), paidOn: given(form.paidOn), paidFen: data.amount ?? 0, paid: (data.paid ?? 0) + (data.amount ?? 0), paidFrom: added(data.paidFrom ?? {}, data),
});
export const bounced = ({ case: { data }, form }: Asked): Patch => ({ batch: null, ...(data.batch && { failedIn: data.batch }), failedCause: given(form.cause) });

export const accountCorrected = ({ form, at }: Asked): Patch => ({
  accountChangedOn: dayOf(at),
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

/** A sum over lines, each by its part. */
export const shareOut = (fen: number, from: Readonly<Record<string, number>>): Record<string, number> => {
  if (fen === 0) return {};
  const lines = Object.entries(from).map(([tier, fixed]) => ({ tier, fixed }));
  return splitFen(fen, lines, lines.at(0)?.tier ?? '');
};

/** What the latest receipt gives back to each line: in all together each gets its part of what it paid, and in full all of it. */
export const recoveredFrom = ({ paidFrom = {}, recovered: all = 0, lastReceived = 0 }: Claim): Record<string, number> => {
  const before = shareOut(all - lastReceived, paidFrom);
  return Object.fromEntries(Object.entries(shareOut(all, paidFrom)).map(([line, fen]) => [line, fen - (before[line] ?? 0)]));
};
