/** What those see who judge, and what nobody sees before both have judged. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseRoutes } from '../../server/routes/cases.ts';
import { evidenceRoutes } from '../../server/routes/evidence.ts';
import { sessionRoutes } from '../../server/routes/session.ts';
import { rowId } from '../../server/store/case-rows.ts';
import { findCaseRow } from '../../server/store/find-cases.ts';
import { sealLeaves } from '../../server/store/sealing.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { findGround } from '../../server/use-cases/papers-ground.ts';
import { whoAsked } from '../../server/use-cases/who-asks.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import type { EvidenceView } from '../../workflows/kit/evidence.ts';
import { NOW } from './support.ts';
import { toldOffice, type ToldOffice } from './told-office.ts';

const CLAIM = 'benefit-claim';
let told: ToldOffice;

beforeAll(async () => {
  told = await toldOffice((on, office) => { sessionRoutes(on, office); caseRoutes(on, office); evidenceRoutes(on, office); });
}, 240_000);
afterAll(() => told.close());

test('a scorer’s sheet stays its own in the log until the last is given', async () => {
  const { rows: [given] } = await told.office.pool.query<{ id: string; actor: string }>(`select c.id, l.actor from log l join cases c on c.district = l.district and c.id = l.case_id where c.state = 'panelScoring' and l.type = 'score' order by c.id limit 1`);
  const seen = async (who: string, id: string) => ((await (await told.as(who)).get(`/api/model-household/${id}/log`)).rows as unknown as { type: string; actor: string; data: object; unseen?: true }[]).filter(({ type, actor }) => type === 'score' && actor === given?.actor).map(({ data, unseen }) => [Object.keys(data).length > 0, unseen]);
  const other = given?.actor === 'reviewer3' ? 'reviewer2' : 'reviewer3';
  expect([await seen(given?.actor ?? '', given?.id ?? ''), await seen(other, given?.id ?? ''), await seen('auditor', given?.id ?? '')]).toEqual([[[true, undefined]], [[false, true]], [[false, true]]]);
  const [over] = (await told.office.pool.query<{ id: string }>(`select id from cases where workflow = 'model-household' and state = 'headSignoff' limit 1`)).rows;
  expect((await seen('auditor', over?.id ?? '')).every(([whole, unseen]) => whole === true && unseen === undefined)).toBe(true);
});

test('a reviewer’s word on an objection is in nobody else’s log and on nobody else’s paper until the second is given', async () => {
  const { rows: [open] } = await told.office.pool.query<{ id: string; version: number }>(`select id, version from cases where workflow = $1 and state = 'objection' and jsonb_array_length(memory -> 'marks') = 0 order by id limit 1`, [CLAIM]);
  const [id, version] = [open?.id ?? '', open?.version];
  const reply = '答复2026-777';
  const verdict = { ...([benefitClaim.examples({ at: NOW, unit: '', free: { residents: [], households: [] }, cases: () => [] })['judgeObjection']].flat()[0] as object), replyNo: reply };
  expect((await (await told.as('reviewer1')).post(`/api/${CLAIM}/${id}/events`, { id: 'one-word', type: 'judgeObjection', data: verdict, version })).status).toBe(200);
  const knows = async (who: string) => {
    const log = (await (await told.as(who)).get(`/api/${CLAIM}/${id}/log`)).rows.some(({ type, data }) => type === 'judgeObjection' && JSON.stringify(data).includes(reply));
    const paper = await inTransaction(told.office.pool, async (tx) => {
      const ground = await findGround(told.office, tx, await whoAsked(told.office, tx, who, Date.parse(NOW)), benefitClaim, id);
      return ground?.log.some(({ form }) => JSON.stringify(form).includes(reply));
    });
    return [log, paper];
  };
  expect([await knows('reviewer1'), await knows('reviewer2'), await knows('town1')]).toEqual([[true, true], [false, false], [false, false]]);
});

describe('the board beside a judged claim', () => {
  const board = async (id: string) => (await (await told.as('reviewer1')).get(`/api/${CLAIM}/${id}/evidence`)).body as unknown as EvidenceView;
  const where = () => ({ keys: told.office.keys, district: told.office.district });
  const everywhere = async () => (await told.office.db.selectFrom('units').select('id').execute()).map(({ id }) => id);

  test('is for those who judge, where it is judged, and on record', async () => {
    const judged = await told.idIn(CLAIM, 'internalReview').catch(() => told.idIn(CLAIM, 'headSignoff'));
    const status = async (who: string, id: string) => (await (await told.as(who)).get(`/api/${CLAIM}/${id}/evidence`)).status;
    expect([await status('reviewer1', judged), await status('auditor', judged), await status(await told.villageOf(judged), judged)]).toEqual([200, 409, 409]);
    expect(await status('reviewer1', await told.idIn(CLAIM, 'villageReview'))).toBe(409);
    expect(await status('reviewer1', 'nobody')).toBe(404);
    expect((await told.office.pool.query(`select 1 from reads where resource = $1 and person = 'reviewer1'`, [`${CLAIM}/evidence`])).rowCount).toBeGreaterThan(0);
  });

  test('lists each condition with what the register says now and the papers that were seen', async () => {
    const { checklist } = await board(await told.idIn(CLAIM, 'headSignoff'));
    expect(checklist?.basis.zh).toMatch(/第\d+版，权益发生于\d{4}-\d\d-\d\d至/);
    expect(checklist?.conditions.map(({ code, met, metThen, proofs }) => ({ code, met, metThen, seen: proofs.length > 0 }))).toContainEqual({ code: 'registered', met: true, metThen: true, seen: true });
    expect(checklist?.conditions.every(({ accepts }) => accepts.length > 0)).toBe(true);
  });

  test('finds what was paid to the household in another village and year, and by the account alone, before and after the keys change', async () => {
    const judged = await told.idIn(CLAIM, 'headSignoff');
    const [paid, alien] = (await told.office.db.selectFrom('cases').select('id').where('workflow', '=', CLAIM).where('state', 'in', ['paid', 'closed']).orderBy('id', 'desc').limit(2).execute()).map(({ id }) => id) as [string, string];
    const before = await board(judged);
    expect(before.beside.map(({ id }) => id)).not.toContain(paid);
    expect(before.compared.find(({ field }) => field === 'name')).toMatchObject({ agrees: true });
    expect(JSON.stringify(before)).not.toMatch(/\d{15,}/);
    const one = (await findCaseRow(told.office.db, where(), CLAIM, await everywhere(), judged))?.case;
    const member = await told.office.db.selectFrom('residents as r').innerJoin('residents as m', (on) => on.onRef('m.household', '=', 'r.household').onRef('m.district', '=', 'r.district')).select('m.id')
      .where('r.id', '=', one?.subject ?? '').whereRef('m.id', '<>', 'r.id').executeTakeFirst();
    await told.office.pool.query('update cases set subject = $2 where id = $1', [paid, member?.id ?? one?.subject]);
    const other = (await findCaseRow(told.office.db, where(), CLAIM, await everywhere(), alien))?.case;
    const data = sealLeaves(told.office.keys, new Set(['accountNo', 'accountHolder', 'bankName']), { table: 'cases', row: rowId(told.office.district, alien), column: 'data' }, { ...other?.data, accountNo: one?.data['accountNo'] });
    await told.office.pool.query('update cases set data = $2, version = version + 1 where id = $1', [alien, JSON.stringify(data)]);
    for (const when of ['before', 'after'] as const) {
      const { beside } = await board(judged);
      expect(beside.find(({ id }) => id === paid), when).toMatchObject({ standing: 'paid', mine: true });
      expect(beside.find(({ id }) => id === alien)?.ties, when).toEqual(['account']);
      expect(beside.find(({ id }) => id === alien)?.fen, when).toBeGreaterThan(0);
      if (when === 'before') told.office.keys.renew(['index']);
    }
    expect((await told.office.pool.query<{ key: string }>('select distinct key from account_marks')).rows.map(({ key }) => key)).toEqual([told.office.keys.index.id]);
  });

  test('names who declared a relation', async () => {
    const judged = await told.idIn(CLAIM, 'headSignoff');
    const { subject } = await told.office.db.selectFrom('cases').select('subject').where('id', '=', judged).executeTakeFirstOrThrow();
    await told.office.pool.query(`insert into relations (district, person, resident) values ($1, 'reviewer1', $2)`, [told.office.district, subject]);
    expect((await board(judged)).related).toMatchObject({ me: true, names: [expect.any(String)] });
  });
});
