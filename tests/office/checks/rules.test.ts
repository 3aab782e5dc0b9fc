/** Every check comes upon what it is for, alone, and lets the nearest innocent thing pass. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../../workflows/office/checks/rules.ts';
import { identityOf } from '../../../workflows/office/checks/rule.ts';
import type { Material } from '../../../workflows/office/checks/run.ts';
import { LIU, XIN, acts, after, change, claim, idOf, neighbour, rulesFound, run, withChanged, withMore } from './cast.ts';

type Case = readonly [rule: string, what: string, trips: Partial<Material>, innocent: string, passes: Partial<Material>];

const bornOn = (birthDate: string, sequence: number) => ({ birthDate, idNumber: idOf(birthDate, sequence) });
const double = { id: 'double', household: 'h3', unit: LIU, phone: '10022220001', account: null };
const homes = (count: number): Partial<Material> => withMore(...Array.from({ length: count }, (_, n) => neighbour({ id: `home${n}`, household: `home${n}`, name: '赵云川', idNumber: null, idMissingReason: 'not_shown', account: null, phone: '10033330000' })));
const becoming = (marital: string, note: string | null = null): Partial<Material> => ({ changes: [change({ marital: { before: '21', after: marital }, note })] });

const cases: readonly Case[] = [
  ['D01', 'a number is missing and nobody says why', withChanged({ neighbour: { idNumber: null } }), 'the reason is given', withChanged({ neighbour: { idNumber: null, idMissingReason: 'not_issued' } })],
  ['D01', 'there is no name', withChanged({ neighbour: { name: '' } }), 'a name of two characters', withChanged({ neighbour: { name: '张远' } })],
  ['D02', 'an adult has no marital status', withChanged({ neighbour: { marital: '' } }), 'a child has none', withChanged({ neighbour: { marital: '', birthDate: '2006-11-24', idNumber: idOf('2006-11-24', 12) } })],
  ['D03', 'widowed, nobody says since when', withChanged({ neighbour: { marital: '30' } }), 'not stated, without a date', withChanged({ neighbour: { marital: '90' } })],
  ['D04', 'nobody of the household has a telephone', withChanged({ neighbour: { phone: null } }), 'theirs was erased by law', withChanged({ neighbour: { phone: null, idNumber: null, idMissingReason: 'erased' } })],
  ['D04', 'nobody of the household has a telephone', withChanged({ neighbour: { phone: null } }), 'the wife has none, the husband has', withChanged({ wife: { phone: null } })],
  ['D05', 'a stand-in for a name', withChanged({ neighbour: { name: '张某' } }), 'a name with a dot inside', withChanged({ neighbour: { name: '阿依古丽·买买提' } })],
  ['D06', 'the check digit is wrong', withChanged({ neighbour: { idNumber: `${idOf('1990-01-15', 12).slice(0, 17)}${idOf('1990-01-15', 12).endsWith('7') ? '8' : '7'}` } }), 'the check digit is X', withChanged({ neighbour: { birthDate: '1988-10-08', idNumber: '99990119881008068X' } })],
  ['D06', 'fifteen digits', withChanged({ neighbour: { idNumber: '999901900115001' } }), 'another sequence', withChanged({ neighbour: { idNumber: idOf('1990-01-15', 14) } })],
  ['D07', 'born on a day no calendar has', withChanged({ neighbour: { birthDate: '1990-02-30', idNumber: null, idMissingReason: 'not_shown' } }), 'born on a leap day', withChanged({ neighbour: { birthDate: '1992-02-29', idNumber: '999901199202290063' } })],
  ['D07', 'divorced tomorrow', withChanged({ neighbour: { marital: '40', marriageDate: '2026-11-24' } }), 'divorced today', withChanged({ neighbour: { marital: '40', marriageDate: '2026-11-23' } })],
  ['D08', 'a relation that ranks children', withChanged({ son: { relation: '22' } }), 'a son', withChanged({ son: { relation: '20' } })],
  ['D08', 'registered in a village of this district that is not there', withChanged({ neighbour: { hukouUnit: '999901101999' } }), 'registered in another province', withChanged({ neighbour: { hukouUnit: '110105001001' } })],
  ['D09', 'a demo number outside the demo town', { demo: false }, 'in the demo town', { demo: true }],
  ['D10', 'born a day after the number says', withChanged({ neighbour: { birthDate: '1990-01-16' } }), 'as the number says', withChanged({ neighbour: { birthDate: '1990-01-16', idNumber: idOf('1990-01-16', 12) } })],
  ['D10', 'the number holds a day that is none', withChanged({ neighbour: { birthDate: '1993-02-28', idNumber: '999901199302290028' } }), 'no number to compare', withChanged({ neighbour: { birthDate: '1993-02-28', idNumber: null, idMissingReason: 'not_shown' } })],
  ['D11', 'a woman with a man’s number', withChanged({ neighbour: { idNumber: idOf('1990-01-15', 11) } }), 'a woman with a woman’s', withChanged({ neighbour: { idNumber: idOf('1990-01-15', 10) } })],
  ['D12', 'her own spouse', withChanged({ neighbour: { marital: '21', marriageDate: '2015-01-01', spouse: 'neighbour' } }), 'no spouse on the register', withChanged({ neighbour: { marital: '21', marriageDate: '2015-01-01' } })],
  ['D12', 'a woman and her son', withChanged({ son: { spouse: 'neighbour', relation: '20', marital: '21', marriageDate: '2026-05-01' }, neighbour: { spouse: 'son', marital: '21', marriageDate: '2026-05-01', household: 'h1', relation: '12' } }), 'a son and his wife, both in the home', withChanged({ son: { spouse: 'neighbour', marital: '21', marriageDate: '2026-05-01' }, neighbour: { spouse: 'son', marital: '21', marriageDate: '2026-05-01', household: 'h1', relation: '38' } })],
  ['D13', 'a man married the day before he was 22', withChanged({ neighbour: { sex: '1', idNumber: idOf('1990-01-15', 11), marital: '21', marriageDate: '2012-01-14' } }), 'on his birthday', withChanged({ neighbour: { sex: '1', idNumber: idOf('1990-01-15', 11), marital: '21', marriageDate: '2012-01-15' } })],
  ['D13', 'a woman of 17 in 1980', withChanged({ neighbour: { birthDate: '1962-06-01', idNumber: idOf('1962-06-01', 12), marital: '21', marriageDate: '1980-05-31' } }), 'a woman of 18 under the law of 1950', withChanged({ neighbour: { birthDate: '1962-06-01', idNumber: idOf('1962-06-01', 12), marital: '21', marriageDate: '1980-12-31' } })],
  ['D14', 'married before she was born', withChanged({ neighbour: { marital: '21', marriageDate: '1989-01-01' } }), 'married after', withChanged({ neighbour: { marital: '21', marriageDate: '2019-01-01' } })],
  ['D15', 'the spouse names another', withChanged({ wife: { spouse: 'neighbour' }, neighbour: { marital: '21', marriageDate: '2000-05-01', birthDate: '1970-01-15', idNumber: idOf('1970-01-15', 11), sex: '1', spouse: 'wife' } }), 'both name each other', {}],
  ['D16', 'one married, one never', withChanged({ wife: { marital: '10', marriageDate: null } }), 'one in a first marriage, one in a second', withChanged({ wife: { marital: '22' } })],
  ['D16', 'both women', withChanged({ husband: { sex: '2', idNumber: idOf('1975-04-12', 12) } }), 'two whose sex is not stated', withChanged({ husband: { sex: '9' }, wife: { sex: '9' } })],
  ['D17', 'a son thirteen years younger', withChanged({ son: bornOn('1989-04-11', 11) }), 'fourteen', withChanged({ son: bornOn('1989-04-12', 11) })],
  ['D17', 'a son of a man of 61', withChanged({ husband: bornOn('1942-04-12', 11) }), 'of a man of 60', withChanged({ husband: bornOn('1943-04-12', 11) })],
  ['D17', 'a son older than his father', withChanged({ son: bornOn('1970-04-11', 11) }), 'a stepson of any age', withChanged({ son: { ...bornOn('1970-04-11', 11), relation: '27' } })],
  ['D18', 'proven to have moved away, present all the same', { departures: new Map([['neighbour', { kind: 'moved', on: '2026-10-01' }]]) }, 'her status says so', { ...withChanged({ neighbour: { status: 'moved' } }), departures: new Map([['neighbour', { kind: 'moved', on: '2026-10-01' }]]) }],
  ['D19', 'married, then never married', becoming('10'), 'with a note', becoming('10', '原登记有误，本人从未登记结婚')],
  ['D19', 'the note is blank', becoming('10', '  '), 'divorced', becoming('40')],
  ['D20', 'one number in two records', withMore(neighbour({ ...double, name: '赵云川' })), 'the other moved out of the village', withMore(neighbour({ ...double, name: '赵云川', status: 'moved' }))],
  ['D21', 'one digit apart', withMore(neighbour({ ...double, idNumber: idOf('1990-01-15', 112) })), 'two digits apart', withMore(neighbour({ ...double, idNumber: idOf('1990-01-15', 234) }))],
  ['D22', 'moved to another village, both have a record', withMore(neighbour({ ...double, unit: XIN, status: 'moved', residenceAddress: '新桥社区2楼1号' })), 'the old one died', withMore(neighbour({ ...double, unit: XIN, status: 'deceased', residenceAddress: '新桥社区2楼1号' }))],
  ['D23', 'strangers on one account', withChanged({ neighbour: { account: '0000husband' } }), 'a couple on one account, in two homes', withChanged({ wife: { account: '0000husband', household: 'h4', relation: '02' } })],
  ['D24', 'five households on one telephone', homes(5), 'four', homes(4)],
  ['D25', 'the claim names another day of marriage', { claims: [claim([{ field: 'marriageDate', claimed: '2001-05-01', registered: '2000-05-01' }])] }, 'the register knows no day', { claims: [claim([{ field: 'marriageDate', claimed: '2001-05-01', registered: null }, { field: 'name', claimed: '李晓静', registered: '李晓静' }])] }],
  ['D26', 'two heads', withChanged({ wife: { relation: '02' } }), 'one', {}],
  ['D26', 'no head', withChanged({ neighbour: { relation: '97' } }), 'a household whose only member moved away', withChanged({ neighbour: { relation: '97', status: 'moved' } })],
  ['D27', 'the address lies in another village', withChanged({ neighbour: { residenceAddress: '新桥社区3楼1号' } }), 'the address names no village', withChanged({ neighbour: { residenceAddress: '解放路3号' } })],
  ['D28', 'entered 31 days later', { changes: [change({ changedOn: '2026-10-20' })] }, 'after 30', { changes: [change({ changedOn: '2026-10-21' })] }],
  ['D29', 'last verified six months and a day ago', withChanged({ neighbour: { lastVerified: '2026-05-22' } }), 'six months ago to the day', withChanged({ neighbour: { lastVerified: '2026-05-23' } })],
  ['D29', 'never verified', withChanged({ neighbour: { lastVerified: null } }), 'verified yesterday', withChanged({ neighbour: { lastVerified: '2026-11-22' } })],
  ['D30', '31 confirmed within ten minutes', { acts: acts(31, (n) => ({ at: after(n * 20) })) }, '31 within ten and a half', { acts: acts(31, (n) => ({ at: after(n * 21) })) }],
  ['D30', '31 in a day, all by telephone', { acts: acts(31, (n) => ({ at: after(n * 600), method: 'phone' })) }, '30 of them, and one visit', { acts: acts(31, (n) => ({ at: after(n * 600), method: n === 0 ? 'visit' : 'phone' })) }],
  ['D30', '31 at once', { acts: acts(31, () => ({})) }, 'confirmed by a checked sample', { acts: acts(31, () => ({ method: 'sampled' })) }],
  ['D31', 'one remark on 21 records', { acts: acts(21, (n) => ({ at: after(n * 600), remark: n % 2 === 0 ? '情况属实。' : ' 情况属实。' })) }, 'on 20', { acts: acts(21, (n) => ({ at: after(n * 600), remark: n === 0 ? '另有说明。' : '情况属实。' })) }],
];

describe('a check', () => {
  test.each(cases)('%s: %s', (rule, _, trips) => {
    expect(rulesFound(trips)).toEqual([rule]);
  });

  test.each(cases.map(([rule, , , innocent, passes]) => [rule, innocent, passes] as const))('%s lets pass: %s', (rule, _, passes) => {
    expect(rulesFound(passes)).not.toContain(rule);
  });
});

test('a register in order has no findings', () => {
  expect(run({})).toEqual([]);
});

test('every check is tried; D32 has its own tests', () => {
  expect([...new Set(cases.map(([rule]) => rule)), 'D32']).toEqual(checks.map(({ id }) => id));
  expect(checks.map(({ id }) => id)).toEqual(Array.from({ length: 32 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`));
});

test('a death before the wedding is found by its date', () => {
  const departures = (on: string): Partial<Material> => ({ ...withChanged({ husband: { status: 'moved' } }), departures: new Map([['husband', { kind: 'deceased', on }]]) });
  expect(rulesFound(departures('2000-04-30'))).toContain('D14');
  expect(rulesFound(departures('2000-05-01'))).not.toContain('D14');
});

test('a departure still to come contradicts nothing', () => {
  expect(rulesFound({ departures: new Map([['neighbour', { kind: 'moved', on: '2026-12-01' }]]) })).toEqual([]);
});

test('nothing is asked of the dead', () => {
  expect(run(withChanged({ neighbour: { status: 'deceased', name: '', idNumber: 'none', phone: null, lastVerified: null } }))).toEqual([]);
});

describe('a finding', () => {
  test('names field, people and unit, and no number', () => {
    const [one] = run(withMore(neighbour({ ...double, name: '赵云川' })));
    expect(one).toEqual({ rule: 'D20', residents: ['double', 'neighbour'], unit: LIU, field: 'idNumber', occasion: null, params: { records: 2 } });
  });

  test('of a pair is one, from whichever side it is seen', () => {
    expect(run(withChanged({ wife: { marital: '10', marriageDate: null } })).map(({ rule, residents }) => [rule, residents])).toEqual([['D16', ['husband', 'wife']]]);
  });

  test('is known again while it is the same, and is another when it concerns another', () => {
    const shared = (count: number): string[] => run(homes(count)).filter(({ rule }) => rule === 'D24').map(identityOf);
    const mixed = { entries: [...(homes(5).entries ?? [])].reverse() };
    expect(run(mixed).filter(({ rule }) => rule === 'D24').map(identityOf)).toEqual(shared(5));
    expect(shared(6)).not.toEqual(shared(5));
  });

  test('about acts is another in another month', () => {
    const alike = (at: string): string[] => run({ acts: acts(21, () => ({ at, answer: 'changed', remark: '情况属实。' })) }).map(identityOf);
    expect(alike('2026-11-20T02:00:00.000Z')).not.toEqual(alike('2026-10-20T02:00:00.000Z'));
  });
});
