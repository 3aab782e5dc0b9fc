/** Who claims in the demo town: residents who are entitled, each once, and no relative of the staff. */
import type { Data, Day, Entry } from '../../kit/words.ts';
import type { Resident, Town } from '../../office/demo-town/town.ts';
import { isName } from '../../office/names.ts';
import { addDays } from '../../office/working-days.ts';
import { openingFor } from '../examples.ts';
import { allMet, eligibilityOf, type Basis } from '../../office/programmes/eligibility.ts';
import type { Programme } from '../../office/programmes/programme.ts';

export type Claimant = { readonly resident: Resident; readonly form: Data };

const entryOf = (resident: Resident): Entry => ({ id: resident.id, unit: resident.unit, values: { ...resident } });
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** A closed programme's event lies some time after the wedding, or is the wedding; a live one entitles from the day of filing. */
const entitledOn = ({ status, validity, eligibility }: Programme, { marriageDate }: Resident, filed: Day, turn: number): Day => {
  if (eligibility.some(({ condition }) => condition.ask === 'marriageEntitles')) return marriageDate ?? filed;
  return status === 'closed' ? addDays(later(marriageDate ?? filed, validity.from), 30 + ((turn * 7) % 150)) : filed;
};

export const claimantsOf = (town: Town) => {
  const byId = new Map(town.residents.map((one) => [one.id, one]));
  const doubtful = new Set([...town.planted.flatMap(({ residents }) => residents), ...town.relations.map(({ resident }) => resident)]);
  const sound = town.residents.filter((one) => one.status === 'active' && one.idNumber !== null && isName(one.name) && !doubtful.has(one.id));
  const byUnit = Map.groupBy(sound, ({ unit }) => unit);
  const units = [...byUnit.keys()].toSorted();
  const taken = new Set<string>();

  const spouseOf = ({ spouse }: Resident): Data | null => {
    const found = spouse === null ? undefined : byId.get(spouse);
    return found?.idNumber && isName(found.name) && !doubtful.has(found.id) ? { spouseName: found.name, spouseIdNumber: found.idNumber } : null;
  };

  const formFor = (programme: Programme, resident: Resident, filed: Day, turn: number): Data | null => {
    const entry = entryOf(resident);
    const entitlementDate = entitledOn(programme, resident, filed, turn);
    const spouse = programme.parts.includes('spouse') ? spouseOf(resident) : {};
    if (!spouse || entitlementDate < programme.validity.from || entitlementDate > programme.validity.to) return null;
    const form = {
      ...openingFor(programme, entry, filed), entitlementDate, ...(programme.parts.includes('spouse') && { spouse }),
      accountNo: resident.account ?? `0000${resident.id.replace(/\D/g, '').padStart(15, '0')}`,
    };
    return allMet(eligibilityOf(programme, form as unknown as Basis, entry)) ? form : null;
  };

  /** The next who is entitled, going round the villages; null when nobody is left. */
  return (programme: Programme, filed: Day, turn: number): Claimant | null => {
    for (let n = 0; n < units.length; n += 1) {
      for (const resident of byUnit.get(units[(turn + n) % units.length] ?? '') ?? []) {
        const form = taken.has(resident.id) ? null : formFor(programme, resident, filed, turn);
        if (!form) continue;
        taken.add(resident.id);
        return { resident, form };
      }
    }
    return null;
  };
};
