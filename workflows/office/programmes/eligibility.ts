/** Recomputes what a programme's rules of eligibility say of a claim. */
import type { Day, Entry } from '../../kit/words.ts';
import { ageOn } from '../days.ts';
import type { Condition, Programme } from './programme.ts';

/** What of a claim eligibility rests on. */
export type Basis = {
  readonly entitlementDate: Day;
  readonly marriage?: { readonly registeredOn: Day };
  readonly quotaDocument?: { readonly issuedOn: Day };
  readonly certificate?: { readonly issuedOn: Day };
};

export type Met = { readonly rule: string; readonly met: boolean };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** The register keeps the date of the last change only: of the marriage for the married, of its end for the others. */
const MARRIED = ['20', '21', '22', '23'];
const NO_LONGER = ['30', '40'];

const marriedBy = (day: Day, { values }: Entry): boolean => {
  const [marital, changed] = [text(values['marital']) ?? '', text(values['marriageDate'])];
  return changed !== null && ((MARRIED.includes(marital) && changed <= day) || (NO_LONGER.includes(marital) && changed > day));
};

const holds = (condition: Condition, basis: Basis, entry: Entry): boolean => {
  const { values } = entry;
  const day = basis.entitlementDate;
  switch (condition.ask) {
    case 'registered': return values['status'] === 'active';
    case 'ageFrom': {
      const born = text(values['birthDate']);
      return born !== null && ageOn(born, day) >= (values['sex'] === '1' ? condition.male : condition.female);
    }
    case 'maritalIn': return condition.codes.includes(text(values['marital']) ?? '');
    case 'marriedBy': return marriedBy(day, entry);
    case 'marriageEntitles': return basis.marriage?.registeredOn === day && text(values['marriageDate']) === day;
    case 'issuedBy': {
      const issued = basis[condition.part]?.issuedOn;
      return issued !== undefined && issued <= day;
    }
  }
};

/** Each rule of the programme, and whether it holds; an entry that is gone meets none. */
export const eligibilityOf = ({ eligibility }: Programme, basis: Basis, entry: Entry | null): Met[] =>
  eligibility.map(({ code, condition }) => ({ rule: code, met: entry !== null && holds(condition, basis, entry) }));

export const allMet = (found: readonly Met[]): boolean => found.every(({ met }) => met);
