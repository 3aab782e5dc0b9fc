/** What a claim keeps of filing, returning and correcting it. A patch never holds undefined: it would be lost on the way to the store. */
import { given } from '../../kit/shorthand.ts';
import { dayOf } from '../../office/working-days.ts';
import { reading, type Asked, type Fields, type Patch } from '../claim.ts';
import type { Day, Rolled } from '../../kit/words.ts';
import { getProgramme } from '../../office/programmes/index.ts';
import { governing } from '../../office/programmes/versions.ts';
import { LEFT } from './notices.ts';
import { approvedFor } from './paying.ts';

const said = <T extends object>(patch: T): T => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;

/** Who does not want to be told any more is not kept a telephone of. */
const texting = ({ tellByText, textPhone }: Fields): Patch => ({ tellByText, textPhone: tellByText === false ? null : textPhone });

const correctable = ({ entitlementDate, amountClaimed, spouse, marriage, quotaDocument, certificate, accountHolder, bankName, accountType, accountNo, ...form }: Fields): Patch =>
  said({ entitlementDate, ...(entitlementDate && { year: Number(entitlementDate.slice(0, 4)) }), amountClaimed, spouse, marriage, quotaDocument, certificate, accountHolder, bankName, accountType, accountNo, ...texting(form) });

/** The version that governs the day; the claim keeps its terms, whatever comes into force later. */
const governed = (programme: string, versions: readonly Rolled[] | null, day: Day, before: Patch['governedBy'] = null): Patch => {
  const base = getProgramme(programme);
  const governedBy = governing(base, versions ?? [], day);
  return { programmeVersion: governedBy?.number ?? base.version, ...((governedBy ?? before) && { governedBy }) };
};

export const opened = reading(['applicant', 'versions'], ({ form, facts: { applicant, versions } }): Patch => {
  const programme = given(form.programme);
  return said({
    programme, ...governed(programme, versions, given(form.entitlementDate)),
    applicant: given(form.applicant), applicantName: String(applicant?.values['name'] ?? ''),
    backlogReason: form.backlogReason, ...correctable(form),
  });
});

const ACCOUNT = ['accountHolder', 'bankName', 'accountType', 'accountNo'] as const;

/** A corrected day of entitlement may lie under another version. */
export const corrected = reading(['versions'], ({ case: { data }, form, at, facts: { versions } }): Patch => ({ ...correctable(form), ...(form.entitlementDate && governed(data.programme, versions, form.entitlementDate, data.governedBy)), ...(ACCOUNT.some((name) => form[name] !== undefined) && { accountChangedOn: dayOf(at) }) }));

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

/** It hangs in no notice any more: it may have been withdrawn out of one. */
export const reopened = ({ case: { data }, form }: Asked): Patch => ({ reopened: { ground: given(form.reopenGround), facts: given(form.facts) }, ...(data.notice && LEFT) });
