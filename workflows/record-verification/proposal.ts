/** What a proposal to change a register entry means beside the entry as it stands. */
import { checkId } from '../office/citizen-id.ts';
import { childId } from '../kit/ids.ts';
import type { Data, Entry } from '../kit/words.ts';

export type Changes = Readonly<Record<string, string | undefined>>;
/** As typed: a household of their own is asked for, not named. */
export type Typed = Readonly<Record<string, string | boolean | undefined>>;

/** GB/T 4761. */
const HEAD = '02';

/** Who a person is rests on these: a second person confirms them. */
const KEY_FIELDS = ['name', 'birthDate', 'idNumber'];
export const touchesKeyFields = (changes: Changes | null | undefined): boolean => KEY_FIELDS.some((name) => changes?.[name] !== undefined);

export const given = (changes: Changes | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(changes ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** What is typed stands for register values. Who moves to another village without naming a household goes to the one that their own has there; who parts from theirs gets one of their own. */
export const asProposed = (entry: Entry | null, typed: Typed | undefined): Changes => {
  const { ownHousehold, ...changes } = { ...typed } as Typed & { ownHousehold?: boolean };
  const home = entry?.values['household'];
  if (!entry || typeof home !== 'string' || changes['household'] !== undefined) return changes as Changes;
  if (ownHousehold) return { ...(changes as Changes), household: childId(home, entry.id) };
  return typeof changes['unit'] === 'string' && changes['unit'] !== entry.unit ? { ...(changes as Changes), household: childId(home, changes['unit']) } : (changes as Changes);
};

/** The first of a household is its head until the register says otherwise. */
export const asEntered = (changes: Changes, home: Entry | null): Record<string, string> => ({ ...(changes['household'] !== undefined && !home && { relation: HEAD }), ...given(changes) });

/** What the register holds now for the fields that change; sealed ones are not told. */
export const before = (entry: Entry | null, changes: Changes): Data =>
  Object.fromEntries(Object.keys(given(changes)).filter((name) => entry && name in entry.values).map((name) => [name, entry?.values[name] ?? null]));

/** At least one value is another; a sealed one, which nobody can compare here, counts as another. */
export const differs = (entry: Entry | null, changes: Typed): boolean =>
  Object.entries(changes).filter(([, value]) => value !== undefined).some(([name, value]) => !entry || !(name in entry.values) || entry.values[name] !== value);

/** GB 11643: the number holds the birth date and the sex. */
export const idAgrees = (entry: Entry | null, typed: Typed): boolean => {
  const changes = typed as Changes;
  if (changes.idNumber === undefined) return true;
  const { birthDate, sex } = checkId(changes.idNumber);
  const agrees = (name: string, value: string | undefined): boolean => {
    const held = changes[name] ?? entry?.values[name];
    return typeof held !== 'string' || held === value;
  };
  return agrees('birthDate', birthDate) && agrees('sex', sex);
};
