/** What a proposal to change a register entry means beside the entry as it stands. */
import { checkId } from '../office/citizen-id.ts';
import type { Data, Entry } from '../kit/words.ts';

export type Changes = Readonly<Record<string, string | undefined>>;

/** Who a person is rests on these: a second person confirms them. */
const KEY_FIELDS = ['name', 'birthDate', 'idNumber'];
export const touchesKeyFields = (changes: Changes | null | undefined): boolean => KEY_FIELDS.some((name) => changes?.[name] !== undefined);

export const given = (changes: Changes | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(changes ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** What the register holds now for the fields that change; sealed ones are not told. */
export const before = (entry: Entry | null, changes: Changes): Data =>
  Object.fromEntries(Object.keys(given(changes)).filter((name) => entry && name in entry.values).map((name) => [name, entry?.values[name] ?? null]));

/** At least one value is another; a sealed one, which nobody can compare here, counts as another. */
export const differs = (entry: Entry | null, changes: Changes): boolean =>
  Object.entries(given(changes)).some(([name, value]) => !entry || !(name in entry.values) || entry.values[name] !== value);

/** GB 11643: the number holds the birth date and the sex. */
export const idAgrees = (entry: Entry | null, changes: Changes): boolean => {
  if (changes.idNumber === undefined) return true;
  const { birthDate, sex } = checkId(changes.idNumber);
  const agrees = (name: string, value: string | undefined): boolean => {
    const held = changes[name] ?? entry?.values[name];
    return typeof held !== 'string' || held === value;
  };
  return agrees('birthDate', birthDate) && agrees('sex', sex);
};
