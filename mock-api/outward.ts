/** What leaves the mock: sealed fields masked, words in the reader's language. */
import { sealedNamesOf } from '../workflows/kit/describe.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, FieldErrors, Lang, Offers } from '../workflows/kit/words.ts';
import type { Resident } from '../workflows/office/demo-town/town.ts';
import { maskAccount, maskId, maskPhone } from '../workflows/office/masking.ts';

export type Masked = { readonly masked: string };

const hide = (value: unknown): unknown => (value === null || value === undefined ? value : { masked: typeof value === 'string' ? maskId(value) : '****' });

/** The value with every leaf under a sealed name masked. */
export const masked = (value: unknown, names: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => masked(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, names.has(name) ? hide(one) : masked(one, names)]));
};

export const caseOut = (workflow: Workflow, one: Case, title: string, { offers, blocked }: Offers) => ({
  id: one.id, workflow: one.workflow, workflowVersion: one.workflowVersion, parent: one.parent, subject: one.subject, unit: one.unit, state: one.state,
  data: masked(one.data, sealedNamesOf(workflow)), version: one.version, openedBy: one.openedBy, openedAt: one.openedAt, enteredAt: one.enteredAt,
  dueAt: one.memory.term?.dueAt ?? null, title, offers, blocked,
});

/** A register entry as a list shows it, or whole with its personal fields; sealed ones masked in both. */
export const residentOut = (one: Resident, whole: boolean) => {
  const { birthDate, hukouAddress, residenceAddress, idNumber, phone, account, ...rest } = one;
  return {
    ...rest, idNumber: idNumber && { masked: maskId(idNumber) }, phone: phone && { masked: maskPhone(phone) }, account: account && { masked: maskAccount(account) },
    ...(whole && { birthDate, hukouAddress, residenceAddress }),
  };
};

export const errorsIn = (lang: Lang, errors: FieldErrors): Record<string, string> => Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, text[lang]]));
