/** Finding a person: by name and its parts, pinyin, initials, village, code, telephone; among those one may see, and no others. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resident } from '../../../workflows/office/demo-town/town.ts';
import { fillFinding } from '../../../server/store/fill-finding.ts';
import { changeEntries, insertHouseholds, insertResidents } from '../../../server/store/register.ts';
import { DISTRICT, HERE, openSmall, residentOf, THERE } from './support.ts';
import type { Small } from './support.ts';

let small: Small;
type Ask = Awaited<ReturnType<Small['as']>>;
let clerk: Ask;
let town: Ask;
let auditor: Ask;

const person = (id: string, name: string, unit = HERE, change: Partial<Resident> = {}): Resident =>
  ({ ...residentOf(0), id, household: `h-${id}`, unit, code: `${unit}07${id.slice(1).padStart(4, '0')}`, name, idNumber: null, phone: null, account: null, ...change });
const people = [
  person('q1', '王晓涵', HERE, { phone: '13512345678', birthDate: '1980-05-06' }), person('q2', '王晓涵', THERE), person('q3', '汪晓', HERE), person('q4', '单雨涵', HERE, { phone: '022-87654321' }),
  person('q5', '王晓', HERE, { status: 'moved' }), person('q6', '阿依古丽·买买提', THERE), person('q7', '仇安', HERE, { household: 'h-q4' }), person('q8', '王大涵', HERE),
];

beforeAll(async () => {
  small = await openSmall();
  const { db, keys } = small.office;
  await insertHouseholds(db, keys, DISTRICT, people.filter(({ id }) => id !== 'q7').map(({ household, unit, residenceAddress, id }) => ({ id: household, unit, address: residenceAddress, head: id })));
  await insertResidents(db, keys, DISTRICT, people);
  [clerk, town, auditor] = [await small.as('village01'), await small.as('town1'), await small.as('auditor')];
});
afterAll(() => small.close());

const BEST = ['relevance', 'ASC'];
const search = (ask: Ask, filter: unknown, more: object = {}, register = 'residents') => ask({ method: 'POST', url: `/api/${register}/search`, payload: { filter, ...more } });
const found = async (ask: Ask, q: string, more: object = { sort: BEST }, register = 'residents'): Promise<string[]> => {
  const answer = await search(ask, { q }, more, register);
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as { id: string }[]).map(({ id }) => id);
};

describe('a person is found', () => {
  test.each<[string, string[]]>([
    ['王晓涵', ['q1', 'q2']], ['晓', ['q5', 'q1', 'q2', 'q3']], ['晓涵', ['q1', 'q2']], ['涵', ['q4', 'q8', 'q1', 'q2']],
    ['wangxiaohan', ['q1', 'q2']], ['wangxiaoh', ['q1', 'q2']], ['xiaohan', ['q1', 'q2']], ['Wang Xiao', ['q3', 'q1', 'q2', 'q5']], ['wxh', ['q1', 'q2']], ['xh', ['q1', 'q2']],
    ['shanyu', ['q4']], ['dyh', ['q4']], ['qiuan', ['q7']], ['阿依古丽买买提', ['q6']], ['古丽', ['q6']], ['aygl', ['q6']],
    ['柳岸 王晓涵', ['q1']], ['新桥社区 wxh', ['q2']], [`${HERE}07`, ['q1', 'q3', 'q4', 'q5', 'q7', 'q8']], [`${THERE}070006`, ['q6']], ['q6', ['q6']], ['h000001', ['p000001']],
    ['13512345678', ['q1']], ['135 1234 5678', ['q1']], ['+86 13512345678', ['q1']], ['022-87654321', ['q4']], ['02287654321', ['q4']], ['87654321', []], ['无名', []], ['%', []],
  ])('by %s', async (q, ids) => expect((await found(town, q, { sort: BEST, range: [0, 99] })).sort()).toEqual([...ids].sort()));

  test('who fits best first: that very name, then names that begin so, the present before those who left', async () => {
    expect((await found(town, '王晓'))).toEqual(['q5', 'q1', 'q2']);
    expect((await found(town, 'wang')).slice(0, 3)).toEqual(['q3', 'q8', 'q1']);
    expect((await found(town, 'han')).at(-1)).toBe('q2');
  });

  test('by a village all of it, and by a piece of every kind at once', async () => {
    expect((await found(town, '柳岸')).sort()).toEqual(['p000000', 'p000002', 'p000004', 'p000006', 'q1', 'q3', 'q4', 'q5', 'q7', 'q8']);
    expect(await found(town, `柳岸 单 ${HERE}`)).toEqual(['q4']);
  });

  test('in the order asked for, by pages of it', async () => {
    expect(await found(town, '涵', { sort: ['code', 'DESC'], range: [1, 2] })).toEqual(['q8', 'q4']);
    const first = await search(town, { q: '涵' }, { sort: ['id', 'ASC'], range: [0, 1] });
    expect(first.headers['content-range']).toBe('residents 0-1/4');
    const rest = await search(town, { q: '涵' }, { sort: ['id', 'ASC'], after: first.headers['x-next-cursor'] });
    expect((rest.json() as { id: string }[]).map(({ id }) => id)).toEqual(['q4', 'q8']);
  });

  test('in my units only, and the count tells of no others', async () => {
    expect(await found(clerk, 'wxh')).toEqual(['q1']);
    expect((await search(clerk, { q: 'wxh' })).headers['content-range']).toBe('residents 0-0/1');
    expect(await found(clerk, '新桥')).toEqual([]);
    expect(await found(clerk, THERE)).toEqual([]);
  });

  test('under the new name, once a case has changed it', async () => {
    await changeEntries(small.office.db, small.office.keys, DISTRICT, [{ register: 'residents', id: 'q3', values: { name: '汪夏', phone: '13900001111' }, at: '2026-11-23T01:00:00.000Z', person: 'town1', workflow: 'some', caseId: 'c-1' }]);
    expect([await found(town, 'wangxia'), await found(town, '13900001111')]).toEqual([['q3', 'q1', 'q2', 'q5'], ['q3']]);
    expect(await found(town, '汪晓')).toEqual([]);
  });
});

describe('what is found', () => {
  test('is told apart without a number: group, year of birth, head of the household', async () => {
    const rows = (await search(town, { q: '王晓涵' }, { sort: BEST })).json() as Record<string, unknown>[];
    expect(rows.map(({ unit, group, birthYear, headName }) => ({ unit, group, birthYear, headName }))).toEqual([
      { unit: HERE, group: 7, birthYear: 1980, headName: '王*涵' }, { unit: THERE, group: 7, birthYear: 1970, headName: '王*涵' },
    ]);
    expect(rows[0]).not.toHaveProperty('idNumber');
    expect(((await search(town, { q: '仇安' })).json() as Record<string, unknown>[])[0]).toMatchObject({ headName: '单*涵' });
    expect(((await search(auditor, { q: '王晓涵' })).json() as Record<string, unknown>[])[0]).toMatchObject({ birthYear: null });
  });

  test('is written down: who was shown, and what of them', async () => {
    await found(clerk, 'wxh');
    const { rows } = await sql`select person, resource, ids, fields from reads order by id desc limit 1`.execute(small.office.db);
    expect(rows[0]).toMatchObject({ person: 'village01', resource: 'residents', ids: ['q1'], fields: expect.arrayContaining(['name', 'birthYear', 'headName']) as string[] });
  });
});

describe('a number', () => {
  test('in an address is refused wherever it stands', async () => {
    const id = residentOf(2).idNumber ?? '';
    for (const filter of [{ q: id }, { q: `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` }, { name: id }, { idNumber: id }]) {
      expect((await town({ url: `/api/residents?filter=${encodeURIComponent(JSON.stringify(filter))}` })).statusCode, JSON.stringify(filter)).toBe(400);
    }
    expect((await town({ url: `/api/households?filter=${encodeURIComponent(JSON.stringify({ q: id }))}` })).statusCode).toBe(400);
    expect((await town({ url: `/api/residents?filter=${encodeURIComponent(JSON.stringify({ q: residentOf(2).code }))}` })).statusCode).toBe(200);
  });

  test('in a body finds its bearer, and nothing for those who see people masked', async () => {
    expect(await found(town, residentOf(2).idNumber ?? '')).toEqual(['p000002']);
    expect(await found(town, residentOf(2).phone ?? '')).toEqual(['p000002']);
    expect([await found(auditor, residentOf(2).idNumber ?? ''), await found(auditor, residentOf(2).phone ?? '')]).toEqual([[], []]);
  });

  test('of a telephone in an address finds nobody', async () => {
    expect((await town({ url: `/api/residents?filter=${encodeURIComponent(JSON.stringify({ q: '13512345678' }))}` })).json()).toEqual([]);
  });
});

test('a household is found by any of its members', async () => {
  expect(await found(town, 'qiuan', {}, 'households')).toEqual(['h-q4']);
  expect(await found(town, '单雨涵', {}, 'households')).toEqual(['h-q4']);
  expect(await found(clerk, '古丽', {}, 'households')).toEqual([]);
});

test('a register written before there was any pinyin is filled, once', async () => {
  const { db, keys } = small.office;
  await sql`update residents set words = '', phone_index = null where id in ('q1', 'q6')`.execute(db);
  expect(await found(town, 'aygl')).toEqual([]);
  expect([await fillFinding(db, keys), await fillFinding(db, keys)]).toEqual([2, 0]);
  expect([await found(town, 'aygl'), await found(town, '13512345678')]).toEqual([['q6'], ['q1']]);
});

describe('very many', () => {
  const MANY = 3_000;
  beforeAll(async () => {
    await sql`insert into residents select (jsonb_populate_record(r, jsonb_build_object('id', 'z' || lpad(g::text, 5, '0'), 'code', ${HERE} || '99' || lpad(g::text, 4, '0'), 'name', '钱' || g, 'words', '  钱 qian q', 'id_index', null, 'phone_index', null))).*
      from residents r cross join generate_series(1, ${sql.lit(MANY)}) g where r.id = 'q1'`.execute(small.office.db);
    await sql`analyze residents`.execute(small.office.db);
  });

  test('are told of as more than were looked through, and that very name is among them all the same', async () => {
    const answer = await search(town, { q: '钱' }, { sort: BEST });
    expect(answer.headers['x-total-estimated']).toBe('true');
    await sql`update residents set name = '钱' where id = 'z02999'`.execute(small.office.db);
    expect((await found(town, '钱'))[0]).toBe('z02999');
  });

  test('are listed whole by the cursor, in the order asked for', async () => {
    const seen: string[] = [];
    for (let after: unknown; ;) {
      const page = await search(town, { q: 'qian' }, { sort: ['code', 'ASC'], range: [0, 999], ...(after !== undefined && { after }) });
      seen.push(...(page.json() as { id: string }[]).map(({ id }) => id));
      after = page.headers['x-next-cursor'];
      if (after === undefined) break;
    }
    expect(seen).toEqual(Array.from({ length: MANY }, (_, n) => `z${String(n + 1).padStart(5, '0')}`));
  });
});
