/** One row of somebody's table as an entry of the register, with what is wrong in which cell. */
import type { Day } from '../../kit/words.ts';
import { entryRules } from '../checks/rules.ts';
import type { Seen } from '../checks/facts.ts';
import { findOne } from '../checks/run.ts';
import type { UnitIndex } from '../checks/unit-index.ts';
import { checkId } from '../citizen-id.ts';
import { hasDate } from '../marriage.ts';
import { normaliseName } from '../names.ts';
import { normalisePhone, phoneKind } from '../phone.ts';
import type { Resident } from '../demo-town/town.ts';
import type { Target } from './columns.ts';
import { asCode, asDay, asIdNumber } from './convert.ts';

/** What stood in the mapped cells; what is empty is not there. */
export type Cells = Readonly<Partial<Record<Target, string>>>;
/** `code` is a check's (D01 …) or one of `problemWords`. */
export type Problem = { readonly field: Target; readonly code: string };
export type Ground = {
  readonly units: UnitIndex;
  /** Villages that the importer's post covers. */
  readonly scope: ReadonlySet<string>;
  /** Villages of that name within the scope; null where none or several bear it. */
  readonly unitNamed: (name: string) => string | null;
  readonly today: Day; readonly demo: boolean;
  /** Whether days of a workbook are counted from 1904. */
  readonly counts1904: boolean;
};
export type Entered = { readonly resident: Resident; readonly problems: readonly Problem[] };

const errors = entryRules.filter(({ level }) => level === 'error');
const LONGEST = 200;
/** What a workbook writes where a calculation failed. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!)$/;
/** A long number that a workbook keeps as a quantity has lost its last digits. */
const LOST = /^\d(?:\.\d+)?E\+\d+$/i;

class Reading {
  readonly cells: Cells;
  readonly problems: Problem[] = [];
  constructor(cells: Cells) {
    this.cells = cells;
  }
  say(field: Target, code: string): null {
    if (!this.problems.some((one) => one.field === field)) this.problems.push({ field, code });
    return null;
  }
  /** The text of a cell that is no failed calculation; null where there is none. */
  text(field: Target): string | null {
    const typed = this.cells[field];
    if (typed === undefined) return null;
    if (FAILED.test(typed)) return this.say(field, 'failed-formula');
    return typed.length > LONGEST ? this.say(field, 'too-long') : typed;
  }
  /** The cell as `read` reads it. */
  as(field: Target, code: string, read: (typed: string) => string | null): string | null {
    const typed = this.text(field);
    return typed === null ? null : (read(typed) ?? this.say(field, code));
  }
}

const digits = (field: 'code' | 'account', length: RegExp) => (reading: Reading): string | null => reading.as(field, field, (typed) => {
  const bare = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return length.test(bare) ? bare : LOST.test(bare) ? reading.say(field, 'number-lost') : null;
});
const codeOf = digits('code', /^\d{18}$/);
const accountOf = digits('account', /^\d{12,21}$/);

const idOf = (reading: Reading): string | null => {
  const typed = reading.text('idNumber');
  if (typed === null) return null;
  return LOST.test(typed) ? reading.say('idNumber', 'number-lost') : asIdNumber(typed);
};

const unitOf = (reading: Reading, { units, scope, unitNamed }: Ground, code: string | null): string => {
  const typed = reading.text('unit');
  const unit = typed === null ? (code?.slice(0, 12) ?? '') : /^\d{12}$/.test(typed) ? typed : (unitNamed(typed) ?? '');
  const field = typed === null ? 'code' : 'unit';
  if (unit === '' || !units.has(unit)) reading.say(field, typed === null && code === null ? 'D01' : 'D08');
  else if (!scope.has(unit)) reading.say(field, 'out-of-scope');
  return unit;
};

const hukouOf = (reading: Reading, { unitNamed }: Ground, unit: string): string =>
  reading.as('hukouUnit', 'D08', (typed) => (/^\d{12}$/.test(typed) ? typed : unitNamed(typed))) ?? unit;

/** `ids`: of the entry and of the household where the row names none. */
export const readRow = (cells: Cells, ids: { readonly id: string; readonly household: string }, ground: Ground): Entered => {
  const reading = new Reading(cells);
  const day = (field: 'birthDate' | 'marriageDate') => reading.as(field, 'D07', (typed) => asDay(typed, ground.counts1904));
  const code = codeOf(reading);
  const unit = unitOf(reading, ground, code);
  const idNumber = idOf(reading);
  const said = idNumber === null ? null : checkId(idNumber);
  const marital = reading.as('marital', 'D08', (typed) => asCode('marital', typed)) ?? '90';
  const address = reading.text('residenceAddress') ?? reading.text('hukouAddress') ?? '';
  const noNumber = idNumber === null && reading.problems.every(({ field }) => field !== 'idNumber');
  const resident: Resident = {
    ...ids, unit, code: code ?? '', name: normaliseName(reading.text('name') ?? ''), idNumber,
    idMissingReason: noNumber ? (reading.as('idMissingReason', 'D08', (typed) => asCode('idMissing', typed)) ?? (cells.idNumber === undefined ? null : 'not_shown')) : null,
    sex: reading.as('sex', 'D08', (typed) => asCode('sex', typed)) ?? (said?.ok ? (said.sex ?? '') : ''),
    birthDate: day('birthDate') ?? (said?.ok ? (said.birthDate ?? null) : null),
    ethnic: reading.as('ethnic', 'D08', (typed) => asCode('ethnic', typed)) ?? '', marital,
    marriageDate: hasDate(marital) ? day('marriageDate') : null, spouse: null,
    relation: reading.as('relation', 'D08', (typed) => asCode('relation', typed)) ?? '99',
    hukouUnit: hukouOf(reading, ground, unit), hukouAddress: reading.text('hukouAddress') ?? address, residenceAddress: address,
    phone: reading.as('phone', 'phone', (typed) => { const phone = normalisePhone(typed); return phoneKind(phone, { demo: ground.demo }) ? phone : null; }),
    account: accountOf(reading), status: 'active', lastVerified: null,
  };
  if (code === null) reading.say('code', 'D01');
  const seen: Seen = { entry: resident, spouse: null, members: [resident], departure: null, units: ground.units, today: ground.today, demo: ground.demo };
  for (const { rule, field } of findOne(errors, seen)) {
    const target = (field ?? 'code') as Target;
    // One cell, one fault: where the village could not be read, all that follows from it is silent.
    if ((field === 'unit' || field === 'hukouUnit') && reading.problems.some((one) => one.field === 'unit' || one.field === 'code')) continue;
    reading.say(target, rule);
  }
  return { resident, problems: reading.problems };
};
