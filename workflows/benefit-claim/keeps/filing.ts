/** What a claim keeps of filing, returning and correcting it. A patch never holds undefined: it would be lost on the way to the store. */
import { dayOf } from '../../office/working-days.ts';
import { given, reading, type Asked, type Fields, type Patch } from '../claim.ts';
import { findProgramme } from '../programmes/index.ts';
import { approvedFor } from './paying.ts';

const said = <T extends object>(patch: T): T => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;

const correctable = ({ entitlementDate, amountClaimed, spouse, marriage, quotaDocument, certificate, accountHolder, bankName, accountType, accountNo }: Fields): Patch =>
  said({ entitlementDate, ...(entitlementDate && { year: Number(entitlementDate.slice(0, 4)) }), amountClaimed, spouse, marriage, quotaDocument, certificate, accountHolder, bankName, accountType, accountNo });

export const opened = reading(['applicant'], ({ form, facts: { applicant } }): Patch => {
  const programme = given(form.programme);
  return said({
    programme, programmeVersion: findProgramme(programme)?.version ?? 0,
    applicant: given(form.applicant), applicantName: String(applicant?.values['name'] ?? ''),
    backlogReason: form.backlogReason, ...correctable(form),
  });
});

const ACCOUNT = ['accountHolder', 'bankName', 'accountType', 'accountNo'] as const;

export const corrected = ({ form, at }: Asked): Patch => ({ ...correctable(form), ...(ACCOUNT.some((name) => form[name] !== undefined) && { accountChangedOn: dayOf(at) }) });

export const submitted = ({ form, at }: Asked): Patch => said({
  filedOn: dayOf(at), papers: form.papers, consentSensitive: form.consentSensitive, consentTransfer: form.consentTransfer, consentNotice: form.consentNotice,
});

export const sentBack = ({ form }: Asked): Patch => {
  const reason = given(form.reason);
  return { returned: { reason, items: given(form.items), reminded: false }, returnedReason: reason };
};

export const reminded = ({ case: { data } }: Asked): Patch => (data.returned ? { returned: { ...data.returned, reminded: true } } : {});

export const refused = ({ case: { state }, form }: Asked): Patch => ({ refusal: { step: state, reason: given(form.reason), ground: given(form.ground) } });

/** The village's vote is its own reason; the minutes are the ground. */
export const votedDown = ({ case: { state }, form }: Asked): Patch => {
  const minutes = given(form.minutes);
  return { minutes, refusal: { step: state, reason: 'R99', ground: minutes.reference ?? minutes.heldOn } };
};
export const voted = (asked: Asked): Patch => ({ minutes: given(asked.form.minutes), ...approvedFor('village')(asked) });

export const appealed = ({ form }: Asked): Patch => ({ appealGrounds: given(form.grounds) });

export const reopened = ({ form }: Asked): Patch => ({ reopened: { ground: given(form.reopenGround), facts: given(form.facts) } });
