import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkId } from '../../workflows/office/citizen-id.ts';
import { hasCode } from '../../workflows/office/codes.ts';
import { ageOn } from '../../workflows/office/days.ts';
import { COUNTED_ON, villageStands } from '../../workflows/office/demo-town/make-up.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { firstGiven, lastGiven, surnames } from '../../workflows/office/demo-town/names.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { phoneKind } from '../../workflows/office/phone.ts';
import { countBy, findIn, levelE } from './register-checks.ts';

const town = makeTown();
const hash = (one: Town): string => createHash('sha256').update(JSON.stringify(one)).digest('hex');
const counts = (keyOf: (row: Town['residents'][number]) => string) => Object.fromEntries(countBy(town.residents, keyOf));
const agesBetween = (from: number, to: number): number =>
  town.residents.filter((one) => { const age = ageOn(one.birthDate ?? '', COUNTED_ON); return age >= from && age <= to; }).length;

describe('the demo town', () => {
  test('is the same on every run, another with another seed', () => {
    expect(hash(makeTown())).toBe(hash(town));
    expect(hash(makeTown({ seed: 1 }))).not.toBe(hash(town));
  });

  test('has 6,092 residents, by village', () => {
    expect(town.residents).toHaveLength(6_092);
    expect(counts((one) => one.unit)).toEqual(Object.fromEntries(villageStands.map(({ unit, records }) => [unit, records])));
  });

  test('its cycle stands where the figures say, and they add up', () => {
    for (const { records, consistent, corrected, unable, pending } of villageStands) expect(consistent + corrected + unable + pending).toBe(records);
    const sum = (key: 'consistent' | 'corrected' | 'unable' | 'pending') => villageStands.reduce((total, one) => total + one[key], 0);
    expect([sum('consistent'), sum('corrected'), sum('unable'), sum('pending')]).toEqual([4_912, 611, 143, 426]);
    expect(Object.fromEntries(countBy(villageStands, (one) => one.stand))).toEqual({ passed: 11, townReview: 3, inProgress: 3, returned: 1 });
  });

  test('is made up of the sexes, ages and marital codes wanted', () => {
    expect(counts((one) => one.sex)).toEqual({ 1: 1_828, 2: 4_264 });
    expect(counts((one) => one.marital)).toEqual({ 10: 731, 21: 4_508, 22: 305, 23: 61, 30: 122, 40: 304, 90: 61 });
    expect([[20, 24], [25, 29], [30, 34], [35, 39], [40, 44], [45, 49], [50, 54], [55, 60]].map(([from = 0, to = 0]) => agesBetween(from, to)))
      .toEqual([402, 731, 1_035, 1_097, 1_036, 914, 548, 329]);
  });

  test('914 are registered elsewhere, 183 have no telephone, 24 no number and a reason', () => {
    expect(town.residents.filter((one) => one.hukouUnit !== one.unit)).toHaveLength(914);
    expect(town.residents.filter((one) => one.phone === null)).toHaveLength(183);
    const without = town.residents.filter((one) => one.idNumber === null);
    expect(without).toHaveLength(24);
    expect(without.every((one) => hasCode('idMissing', one.idMissingReason ?? ''))).toBe(true);
    expect(town.residents.filter((one) => one.idNumber !== null && one.idMissingReason !== null)).toEqual([]);
  });

  test('every telephone, account and number in it is none of a real person', () => {
    for (const { phone, account, idNumber } of town.residents) {
      if (phone !== null) expect([phoneKind(phone), phoneKind(phone, { demo: true })]).toEqual([null, 'demo']);
      if (account !== null) expect(account).toMatch(/^0000\d{15}$/);
      if (idNumber === null) continue;
      expect(idNumber).toMatch(/^999901/);
      if (checkId(idNumber).ok) expect(Number(idNumber.slice(14, 17))).toBeLessThanOrEqual(899);
    }
  });

  test('ids, record codes and households hold together', () => {
    expect(new Set(town.residents.map((one) => one.id)).size).toBe(6_092);
    expect(new Set(town.residents.map((one) => one.code)).size).toBe(6_092);
    const homes = new Map(town.households.map((one) => [one.id, one]));
    expect(homes.size).toBe(town.households.length);
    const rows = new Map(town.residents.map((one) => [one.id, one]));
    for (const { id, unit, head } of town.households) expect(rows.get(head)).toMatchObject({ household: id, unit, relation: '02' });
    for (const { id, code, unit, household } of town.residents) {
      expect(homes.get(household)?.unit).toBe(unit);
      expect(code).toMatch(new RegExp(`^${unit}\\d{6}$`));
      expect(id).toMatch(/^p\d{6}$/);
    }
  });

  test('about one and a half per cent are named alike, or sound so', () => {
    expect([surnames, firstGiven, lastGiven].map((list) => new Set(list).size)).toEqual([60, 40, 40]);
    const alike = [...countBy(town.residents, (one) => one.name).values()].filter((n) => n > 1).length;
    expect(alike).toBeGreaterThanOrEqual(23);
    expect(alike).toBeLessThan(60);
  });
});

describe('the planted errors', () => {
  test('come in the numbers wanted', () => {
    expect(Object.fromEntries(countBy(town.planted, (one) => one.rule))).toEqual({
      D05: 12, D06: 18, D07: 6, D10: 9, D11: 7, D13: 11, D15: 7, D17: 5, D20: 8, D21: 10, D22: 6, D23: 4, D24: 5, D27: 40, D28: 120, D29: 60, D30: 1, D31: 1, D32: 2,
    });
  });

  test('are the ones on file', async () => {
    await expect(`${JSON.stringify(town.planted, null, 1)}\n`).toMatchFileSnapshot('../fixtures/planted.json');
  });

  const found = findIn(town);
  test.each([...found.keys()])('%s finds what was planted and nothing else', (rule) => {
    const wanted = town.planted.filter((one) => one.rule === rule).flatMap((one) => one.residents);
    expect([...found.get(rule) ?? []].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  test('of error level lie only in the seven villages that have not passed', () => {
    const passed = new Set(villageStands.filter((one) => one.stand === 'passed').map((one) => one.unit));
    const faulty = new Set(levelE.flatMap((rule) => [...found.get(rule) ?? []]));
    expect(faulty.size).toBeGreaterThan(70);
    expect(town.residents.filter((one) => faulty.has(one.id) && passed.has(one.unit))).toEqual([]);
  });

  test('touch nobody twice', () => {
    const all = town.planted.flatMap((one) => one.residents);
    expect(new Set(all).size).toBe(all.length);
  });

  test('late changes fit into the changes each village made', () => {
    const late = new Set(town.planted.filter((one) => one.rule === 'D28').flatMap((one) => one.residents));
    const byUnit = countBy(town.residents.filter((one) => late.has(one.id)), (one) => one.unit);
    for (const { unit, corrected } of villageStands) expect(byUnit.get(unit) ?? 0).toBeLessThanOrEqual(corrected);
  });
});

describe('the staff', () => {
  test('are those who sign in, each in a post at a unit, under one name in both towns', () => {
    const numbers = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i + 1}`);
    const villages = Array.from({ length: 18 }, (_, i) => `village${String(i + 1).padStart(2, '0')}`);
    expect(town.staff.map((one) => one.id)).toEqual([
      ...villages, ...numbers('town', 4), ...numbers('reviewer', 3), ...numbers('finance', 2), ...numbers('head', 2), ...numbers('district', 2), 'auditor', 'privacy', 'admin',
    ]);
    expect(town.staff[17]).toMatchObject({ id: 'village18', posts: [{ post: 'village_clerk', unit: '999901101212' }] });
    expect(makeTown({ scale: 'small' }).staff).toEqual(town.staff);
  });

  test('have declared relations to residents who are there', () => {
    const ids = new Set(town.residents.map((one) => one.id));
    expect(town.relations.length).toBeGreaterThan(4);
    expect(town.relations.every((one) => ids.has(one.resident) && town.staff.some((member) => member.id === one.person))).toBe(true);
  });
});

test('the small town has twenty residents in each of three villages, with an error of some kinds', () => {
  const small = makeTown({ scale: 'small' });
  expect([...countBy(small.residents, (one) => one.unit)]).toEqual([['999901101001', 20], ['999901101002', 20], ['999901101003', 20]]);
  for (const [rule, residents] of findIn(small)) {
    expect([...residents].toSorted(), rule).toEqual(small.planted.filter((one) => one.rule === rule).flatMap((one) => one.residents).toSorted());
  }
  expect(small.units).toHaveLength(20);
});

test('every year has a budget line for each tier', () => {
  expect(town.funds.map((one) => one.id)).toEqual(['district-2025', 'town-2025', 'village-2025', 'district-2026', 'town-2026', 'village-2026', 'district-2027', 'town-2027', 'village-2027']);
});
