/** Questions asked before the case is in hand: a turn less, and never another judgement. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from 'pg';
import type { Office } from '../../../server/office.ts';
import { sendEvent } from '../../../server/use-cases/send-events.ts';
import { openSession } from '../../../server/store/people-sessions.ts';
import { whoAsks } from '../../../server/use-cases/who-asks.ts';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { made, parcel } from './parcel.ts';

let test: TestOffice;
let clerk: Person;
let here = '';
let people: string[] = [];
const line = { id: 'line-1', tier: 'town', year: 2026, fen: 1000 } as const;

beforeAll(async () => {
  test = await openOffice(made, (given) => ({ ...given, funds: [...given.funds, line] }));
  clerk = await test.as('village01');
  here = test.town.staff.find(({ id }) => id === 'village01')?.posts[0]?.unit ?? '';
  const related = new Set(test.town.relations.map(({ resident }) => resident));
  people = test.town.residents.filter(({ id, unit, status }) => unit === here && status === 'active' && !related.has(id)).map(({ id }) => id);
});
afterAll(() => test.close());

/** A second server on the same database: it remembers by itself. */
const another = (): Office => ({ ...test.office });
const asker = async (name: string) => {
  const found = await whoAsks(test.office, await openSession(test.office.db, test.office.district, name), Date.now());
  if (!found) throw new Error(`${name} was not let in`);
  return found;
};
const sender = async (name: string) => {
  const by = await asker(name);
  return (office: Office, caseId: string, type: string, version: number, data: object = {}) =>
    sendEvent(office, { asker: by, workflow: parcel, caseId, opening: false, body: { id: `${caseId}-${type}-${version}`, type, version, data } });
};
let opened = 0;
const open = async (id: string, fen = 100): Promise<string> => {
  expect((await clerk.post('/api/test-parcel', { id, unit: here, data: { person: people[opened++], fen, phone: '10012345678', address: '柳岸社区1组' } })).status).toBe(201);
  return id;
};

describe('what an event will be judged by', () => {
  it('is asked as its case is taken by the server that knows the case, and a turn later by another', async () => {
    const send = await sender('village01');
    const turnsOf = async (office: Office, id: string): Promise<number> => {
      const said = vi.spyOn(Client.prototype, 'query');
      expect(await send(office, id, 'submit', 1)).toMatchObject({ done: true });
      const turns = said.mock.calls.length;
      said.mockRestore();
      return turns;
    };
    const [known, foreign] = [await open('t1'), await open('t2')];
    expect(await turnsOf(test.office, known)).toBe(2);
    expect(await turnsOf(another(), foreign)).toBe(3);
  });

  it('is asked anew where the case came to stand otherwise than this server knew', async () => {
    const send = await sender('town1');
    const id = await open('c1');
    await (await sender('village01'))(test.office, id, 'submit', 1);
    const colleague = test.town.relations.find(({ person }) => person === 'town1')?.resident ?? people[40];
    await test.office.pool.query(`insert into relations (district, person, resident) values ($1, 'town1', $2) on conflict do nothing`, [test.office.district, colleague]);
    await test.office.pool.query(`update cases set data = jsonb_set(data, '{person}', to_jsonb($2::text)) where id = $1`, [id, colleague]);
    expect(await send(test.office, id, 'pass', 2)).toEqual({ done: false, reason: 'blocked', why: ['not-related'] });
  });

  it('is not what was true before an event of the same batch', async () => {
    const [village, town, head] = [await sender('village01'), await sender('town1'), await sender('head1')];
    const ready = async (id: string, fen: number): Promise<string> => {
      await open(id, fen);
      await village(test.office, id, 'submit', 1);
      await town(test.office, id, 'pass', 2);
      await test.office.pool.query(`update cases set state = 'signing' where id = $1`, [id]);
      // This server has seen the case where it stands now.
      expect(await head(test.office, id, 'payAgain', 3)).toMatchObject({ done: false });
      return id;
    };
    const [one, two] = [await ready('m1', 600), await ready('m2', 601)];
    const first = await open('m0');
    // The first sets out by itself, and those that come meanwhile go together.
    const answers = await Promise.all([village(test.office, first, 'submit', 1), head(test.office, one, 'sign', 3), head(test.office, two, 'sign', 3)]);
    expect(answers.map((sent) => (sent.done ? sent.status : sent.reason))).toEqual([200, 200, 'blocked']);
    expect((await test.office.pool.query(`select sum(fen)::int as fen from ledger where account = 'line-1'`)).rows).toEqual([{ fen: 400 }]);
  });
});
