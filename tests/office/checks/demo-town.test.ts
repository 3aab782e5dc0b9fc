/** On the demo town the checks find all that was planted, and nothing that was not. */
import { describe, expect, test } from 'vitest';
import { checks, entryRules, groupRules } from '../../../workflows/office/checks/rules.ts';
import { identityOf } from '../../../workflows/office/checks/rule.ts';
import { groupsOf, judgeGroup, runChecks } from '../../../workflows/office/checks/run.ts';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import { outliersOf } from '../../../workflows/office/monitoring/outliers.ts';
import planted from '../../fixtures/planted.json' with { type: 'json' };
import { claimsOf, figuresOf, verifiedBy } from './town-facts.ts';

const AT = '2026-11-23T01:00:00.000Z';
const town = makeTown();
const register = { entries: town.residents, units: town.units, today: '2026-11-23', demo: true };
const facts = { ...verifiedBy(town, AT), claims: claimsOf(town, AT) };
const found = [...runChecks({ ...register, ...facts }), ...outliersOf('2026-11', figuresOf(town, AT))];
const of = (rule: string) => found.filter((one) => one.rule === rule);
const plantedFor = (rule: string): { residents: string[]; unit?: string }[] => planted.filter((one) => one.rule === rule);
const levelOf = new Map(checks.map(({ id, level }) => [id, level]));

describe('the checks of the demo town', () => {
  test.each([...new Set(planted.map(({ rule }) => rule))])('%s finds all that was planted for it', (rule) => {
    const residents = new Set(of(rule).flatMap((one) => one.residents));
    expect(plantedFor(rule).flatMap((one) => one.residents).filter((id) => !residents.has(id))).toEqual([]);
    expect(plantedFor(rule).flatMap((one) => one.unit ?? []).filter((unit) => !of(rule).some((one) => one.unit === unit))).toEqual([]);
  });

  test.each(['D20', 'D21', 'D22', 'D23', 'D24'])('%s puts together whom it was planted for, and nobody else', (rule) => {
    const sets = (all: readonly { readonly residents: readonly string[] }[]): string[] => all.map(({ residents }) => residents.toSorted().join(' ')).toSorted();
    expect(sets(of(rule))).toEqual(sets(plantedFor(rule)));
  });

  test('find no error that was not planted, and none in a village that has passed', () => {
    const errors = found.filter(({ rule }) => levelOf.get(rule) === 'error');
    const known = new Set(planted.flatMap(({ rule, residents }) => residents.map((id) => `${rule} ${id}`)));
    expect(errors.flatMap(({ rule, residents }) => residents.map((id) => `${rule} ${id}`)).filter((one) => !known.has(one))).toEqual([]);
    const passed = new Set(villageStands.filter(({ stand }) => stand === 'passed').map(({ unit }) => unit));
    expect(errors.length).toBeGreaterThan(70);
    expect(errors.filter(({ unit }) => passed.has(unit))).toEqual([]);
  });

  test('find beyond what was planted only those whose household has no telephone', () => {
    const known = new Set(planted.flatMap(({ rule, residents, unit }) => [...residents.map((id) => `${rule} ${id}`), `${rule} ${unit}`]));
    const others = found.filter(({ rule, residents, unit }) => !residents.some((id) => known.has(`${rule} ${id}`)) && !known.has(`${rule} ${unit}`));
    expect([...new Set(others.map(({ rule }) => rule))]).toEqual(['D04']);
    expect(others.length).toBeLessThan(183);
  });

  test('find one hasty day of one person, one village of copied remarks, and the two villages that stand out', () => {
    expect(of('D30').map(({ field, params }) => [field, params['person']])).toEqual([['at', 'village05']]);
    expect(of('D31').map(({ unit, residents }) => [unit, residents.toSorted()])).toEqual([['999901101207', plantedFor('D31')[0]?.residents.toSorted()]]);
    expect(of('D32').map(({ unit, field, params }) => [unit, field, params['colour'], params['z']])).toEqual([['999901101203', 'corrected', 'red', -5.9], ['999901101209', 'unable', 'red', 10.6]]);
  });

  test('late changes are exactly the planted ones', () => {
    expect(of('D28').flatMap((one) => one.residents).toSorted()).toEqual(plantedFor('D28').flatMap((one) => one.residents).toSorted());
  });

  test('compare every claim with the register, and none differs', () => {
    const compared = facts.claims.flatMap(({ values }) => values).filter(({ claimed, registered }) => claimed !== null && registered !== null);
    expect(new Set(compared.map(({ field }) => field))).toEqual(new Set(['name', 'account', 'spouse', 'marriageDate']));
    expect(compared.length).toBeGreaterThan(300);
    expect(of('D25')).toEqual([]);
  });

  test('tell every finding from every other', () => {
    expect(new Set(found.map(identityOf)).size).toBe(found.length);
  });
});

describe('the checks can be run without holding the register', () => {
  test('group by group, from rows in the order of their keys', () => {
    for (const rule of groupRules) {
      const rows = town.residents.flatMap((one): [string, typeof one][] => { const key = rule.keyOf(one); return key === null ? [] : [[key, one]]; }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
      const streamed: string[] = [];
      for (const group of groupsOf(rows)) streamed.push(...judgeGroup(rule, group).map(identityOf));
      expect(streamed.toSorted(), rule.id).toEqual(of(rule.id).map(identityOf).toSorted());
    }
  });

  test('for one entry at its saving, from those who share a key with it alone', () => {
    const pair = plantedFor('D20')[0]?.residents ?? [];
    const saved = town.residents.find(({ id }) => id === pair[0]);
    const rule = groupRules.find(({ id }) => id === 'D20');
    if (!saved || !rule) throw new Error('nothing planted');
    const sharing = town.residents.filter((one) => rule.keyOf(one) === rule.keyOf(saved));
    expect(sharing.map(({ id }) => id).toSorted()).toEqual(pair.toSorted());
    expect(judgeGroup(rule, sharing).map(identityOf)).toEqual(of('D20').filter(({ residents }) => residents.includes(saved.id)).map(identityOf));
  });

  test('with no more of an entry than the rules say they read', () => {
    const fieldsRead = new Set<string>(['id', 'unit', 'status', ...entryRules.flatMap(({ reads }) => reads), ...groupRules.flatMap(({ reads }) => reads)]);
    const bare = town.residents.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => fieldsRead.has(name))) as typeof one);
    expect([...fieldsRead].filter((name) => ['code', 'hukouAddress'].includes(name))).toEqual([]);
    expect(runChecks({ ...register, entries: bare })).toEqual(runChecks(register));
  });

  test('over six thousand entries in well under a second of work', () => {
    const spent = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      runChecks(register);
      return process.cpuUsage(before).user / 1_000;
    });
    expect(Math.min(...spent)).toBeLessThan(1_000);
  });
});
