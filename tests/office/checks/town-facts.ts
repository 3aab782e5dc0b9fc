/** The demo town's past as the checks read it: what its clerks answered, changed and took down this month. */
import { benefitClaim } from '../../../workflows/benefit-claim/index.ts';
import type { Act, Change, FiledClaim } from '../../../workflows/office/checks/facts.ts';
import { verifiedMonth } from '../../../workflows/office/demo-town/verified-month.ts';
import type { Town } from '../../../workflows/office/demo-town/town.ts';
import type { Figure } from '../../../workflows/office/monitoring/outliers.ts';
import type { DemoStep } from '../../../workflows/kit/workflow.ts';
import type { Data } from '../../../workflows/kit/words.ts';
import { recordVerification } from '../../../workflows/record-verification/index.ts';

const ANSWERS: Readonly<Record<string, Act['answer']>> = { confirmSame: 'same', confirmSampled: 'same', proposeChange: 'changed', markUnable: 'unable' };
const textOf = (data: Data, name: string): string | null => (typeof data[name] === 'string' ? data[name] : null);

export const verifiedBy = (town: Town, at: string): { acts: Act[]; changes: Change[] } => {
  const residents = new Map(verifiedMonth(town, at).villages.flatMap(({ records }) => records.map(({ id, resident }) => [id, resident.id])));
  const steps = (recordVerification.demo(town, at) as DemoStep[]).filter(({ event }) => ANSWERS[event] !== undefined);
  const who = (step: DemoStep) => ({ resident: residents.get(step.case) ?? '', unit: step.unit, at: step.at });
  return {
    acts: steps.map((step): Act => ({
      ...who(step), person: step.by, answer: ANSWERS[step.event] ?? 'same', remark: textOf(step.data, 'remark'),
      method: step.event === 'confirmSampled' ? 'sampled' : textOf(step.data, 'method'),
    })),
    changes: steps.filter(({ event }) => event === 'proposeChange').map((step): Change => ({ ...who(step), changedOn: textOf(step.data, 'changedOn'), marital: null, note: textOf(step.data, 'remark') })),
  };
};

export const figuresOf = (town: Town, at: string): Figure[] => verifiedMonth(town, at).villages.flatMap(({ unit, records }) => {
  const count = (result: string): number => records.filter((one) => one.result === result).length;
  const of = records.length - count('pending');
  return (['corrected', 'unable'] as const).map((indicator): Figure => ({ unit, indicator, hits: count(indicator), of }));
});

/** What each claim said when it was opened, beside the register. */
export const claimsOf = (town: Town, at: string): FiledClaim[] => {
  const residents = new Map(town.residents.map((one) => [one.id, one]));
  return benefitClaim.demo(town, at).filter(({ event }) => event === 'open').map(({ case: id, unit, data }): FiledClaim => {
    const resident = residents.get(textOf(data, 'applicant') ?? '');
    const [spouse, marriage] = [(data['spouse'] ?? {}) as Data, (data['marriage'] ?? {}) as Data];
    return {
      case: id, unit, resident: resident?.id ?? '',
      values: [
        { field: 'name', claimed: textOf(data, 'accountHolder'), registered: resident?.name ?? null },
        { field: 'account', claimed: textOf(data, 'accountNo'), registered: resident?.account ?? null },
        { field: 'spouse', claimed: textOf(spouse, 'spouseIdNumber'), registered: residents.get(resident?.spouse ?? '')?.idNumber ?? null },
        { field: 'marriageDate', claimed: textOf(marriage, 'registeredOn'), registered: resident?.marriageDate ?? null },
      ],
    };
  });
};
