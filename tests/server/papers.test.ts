/** Papers of the demo town's cases on a real database: each served to whom it is for, none holding anybody's numbers; certificates answered for; the archive that checks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { checkArchive } from '../../server/archive/check.ts';
import { wordsOn } from '../../server/documents/paper.ts';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { hashPassword } from '../../server/password.ts';
import { caseRoutes } from '../../server/routes/cases.ts';
import { evidenceRoutes } from '../../server/routes/evidence.ts';
import { paperRoutes } from '../../server/routes/papers.ts';
import { publicCertificateRoutes } from '../../server/routes/public-certificates.ts';
import { sessionRoutes } from '../../server/routes/session.ts';
import { connect } from '../../server/store/connection.ts';
import type { Connection } from '../../server/store/connection.ts';
import { makeIndexes } from '../../server/store/indexes.ts';
import { migrate } from '../../server/store/migrate.ts';
import { rowId } from '../../server/store/case-rows.ts';
import { findCaseRow } from '../../server/store/find-cases.ts';
import { sealLeaves } from '../../server/store/sealing.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { findGround, writePaper } from '../../server/use-cases/papers-ground.ts';
import { seedDemo } from '../../server/use-cases/seed-demo.ts';
import { whoAsked } from '../../server/use-cases/who-asks.ts';
import type { EvidenceView } from '../../workflows/kit/evidence.ts';
import { papersOf } from '../../workflows/kit/papers.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { workflows } from '../../workflows/index.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { freshDatabase } from '../tools/database.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { NOW, signedIn, type Person } from './support.ts';

const MONEY_AND_TITLES = ['benefit-claim', 'model-household', 'payment-batch', 'budget-line', 'public-notice'];
const CLAIM = 'benefit-claim';
const HOUSEHOLD = 'model-household';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let connection: Connection;
let office: Office;
let app: Awaited<ReturnType<typeof buildApp>>;
const folder = temporaryFolder();
const people = new Map<string, Person>();
const as = async (name: string): Promise<Person> => {
  const person = people.get(name) ?? (await signedIn(app, name));
  people.set(name, person);
  return person;
};
const idIn = async (workflow: string, state: string): Promise<string> => {
  const one = await office.db.selectFrom('cases').select(['id', 'unit']).where('workflow', '=', workflow).where('state', '=', state).orderBy('id').executeTakeFirst();
  if (!one) throw new Error(`the demo town has no ${workflow} at ${state}`);
  return one.id;
};
const take = async (name: string, url: string) => {
  const cookie = (await app.inject({ method: 'POST', url: '/api/session', payload: { username: name, password: 'demo-2026' } })).cookies[0];
  return app.inject({ method: 'GET', url, headers: { cookie: `${cookie?.name}=${cookie?.value}` } });
};
const villageOf = async (id: string): Promise<string> => {
  const { unit } = await office.db.selectFrom('cases').select('unit').where('id', '=', id).executeTakeFirstOrThrow();
  const units = (await office.db.selectFrom('units').select(['id', 'kind']).where('kind', '=', 'village').orderBy('position').execute()).map((one) => one.id);
  return `village${String(units.indexOf(unit) + 1).padStart(2, '0')}`;
};

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.url);
  await migrate(connection.db);
  const some = workflows.filter(({ name }) => MONEY_AND_TITLES.includes(name));
  await makeIndexes(connection.db, some);
  office = { district: '999901', workflows: some, db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
  const seeded = await seedDemo(office, NOW, await hashPassword('demo-2026'));
  if (seeded?.missteps.length !== 0) throw new Error('the demo town took a misstep');
  app = await buildApp(office, { log: office.log }, (on) => { sessionRoutes(on, office); caseRoutes(on, office); evidenceRoutes(on, office); paperRoutes(on, office); publicCertificateRoutes(on, office, 'demo'); });
}, 240_000);
afterAll(async () => {
  await app.close();
  await connection.close();
  await database.drop();
  folder.remove();
});

/** Every text of one length, looked for at every place of a page. */
const holdsAny = (wanted: Iterable<string>): ((text: string) => string | null) => {
  const byLength = Map.groupBy(new Set(wanted), ({ length }) => length);
  const sets = [...byLength].map(([length, texts]) => [length, new Set(texts)] as const);
  return (text) => {
    for (const [length, texts] of sets) for (let at = 0; at + length <= text.length; at += 1) if (texts.has(text.slice(at, at + length))) return text.slice(at, at + length);
    return null;
  };
};

/** What no paper may show: numbers and addresses of everybody, and names that only children have. */
const secretsOf = (): string[] => {
  const { residents } = makeTown({});
  const isChild = (birth: string | null): boolean => birth !== null && Number(NOW.slice(0, 4)) - Number(birth.slice(0, 4)) < 18;
  const grown = new Set(residents.filter(({ birthDate }) => !isChild(birthDate)).map(({ name }) => name));
  return residents.flatMap(({ name, birthDate, idNumber, phone, account, hukouAddress, residenceAddress }) =>
    [idNumber, phone, account, hukouAddress, residenceAddress, ...(isChild(birthDate) && [...name].length > 2 && !grown.has(name) ? [name] : [])].flatMap((one) => (one !== null && one.length > 2 ? [one] : [])));
};

describe('papers over all cases of the demo town', () => {
  test('hold no whole number, address or account of anybody, and no child’s name', { timeout: 240_000 }, async () => {
    const secrets = secretsOf();
    const found = holdsAny(secrets);
    expect(secrets.length).toBeGreaterThan(20_000);
    expect(found(`：${secrets.at(-1)}。`)).toBe(secrets.at(-1));
    const seen = new Map<string, number>();
    const scan = async (person: string, langs: readonly ('zh' | 'en')[], most: number): Promise<void> => inTransaction(office.pool, async (tx) => {
      const asker = await whoAsked(office, tx, person, Date.parse(NOW));
      for (const workflow of office.workflows) {
        for (const { id } of await tx.db.selectFrom('cases').select('id').where('workflow', '=', workflow.name).orderBy('id').limit(most).execute()) {
          const ground = await findGround(office, tx, asker, workflow, id);
          for (const kind of ground ? papersOf(workflow, ground.one, ground.posts) : []) {
            for (const lang of ground ? langs : []) {
              const text = wordsOn(await writePaper(office, tx, asker, workflow, ground as NonNullable<typeof ground>, kind, { lang, address: 'https://office.example' })).join('\n');
              expect(text, `${kind.name} of ${id}`).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
              expect(found(text), `${kind.name} of ${id} for ${person}`).toBeNull();
              seen.set(kind.name, (seen.get(kind.name) ?? 0) + 1);
            }
          }
        }
      }
    });
    await scan('town1', ['zh'], 10_000);
    for (const person of ['finance1', 'head1', 'district1', 'auditor']) await scan(person, ['en'], 60);
    expect([...seen.keys()].sort()).toEqual(['approval-form', 'certificate', 'payment-slip', 'refusal-notice']);
    expect(seen.get('approval-form')).toBeGreaterThan(200);
  });
});

describe('one paper', () => {
  test('is offered and served as it is declared: by state, by post, within one’s units, on record, under a harmless name', { timeout: 120_000 }, async () => {
    const paid = await idIn(CLAIM, 'paid');
    const rejected = await idIn(CLAIM, 'rejected');
    const names = async (who: string, id: string) => (await (await as(who)).get(`/api/${CLAIM}/${id}/papers`)).rows.map(({ name }) => name);
    expect(await names('town1', paid)).toEqual(['approval-form', 'payment-slip', 'archive']);
    expect(await names('district1', paid)).toEqual(['approval-form']);
    expect(await names('town1', rejected)).toEqual(['approval-form', 'refusal-notice']);
    const mine = await villageOf(paid);
    const other = mine === 'village01' ? 'village02' : 'village01';
    expect((await (await as(other)).get(`/api/${CLAIM}/${paid}/papers`)).status).toBe(404);
    expect((await take(other, `/api/${CLAIM}/${paid}/papers/approval-form.pdf`)).statusCode).toBe(404);
    expect((await take('district1', `/api/${CLAIM}/${paid}/papers/payment-slip.pdf`)).statusCode, 'a wrong post').toBe(409);
    expect((await take('town1', `/api/${CLAIM}/${paid}/papers/refusal-notice.pdf`)).statusCode, 'a wrong state').toBe(409);
    for (const wrong of ['nothing.pdf', 'approval-form.exe', 'approval-form']) expect((await take('town1', `/api/${CLAIM}/${paid}/papers/${wrong}`)).statusCode, wrong).toBe(404);
    expect((await take('town1', `/api/${CLAIM}/${paid}/papers/approval-form.pdf?lang=fr`)).statusCode).toBe(400);
    expect((await app.inject({ method: 'GET', url: `/api/${CLAIM}/${paid}/papers/approval-form.pdf` })).statusCode).toBe(401);
    for (const [file, id, magic] of [['approval-form.pdf', paid, '%PDF'], ['payment-slip.docx', paid, 'PK'], ['refusal-notice.pdf', rejected, '%PDF']] as const) {
      const made = await take('town1', `/api/${CLAIM}/${id}/papers/${file}`);
      expect(made.statusCode, file).toBe(200);
      expect(made.rawPayload.subarray(0, magic.length).toString()).toBe(magic);
      expect(made.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
    }
    const { rows } = await office.pool.query<{ person: string; ids: string[]; fields: string[] }>(`select person, ids, fields from reads where resource = $1`, [`${CLAIM}/papers`]);
    expect(rows.map(({ person }) => person)).toContain('town1');
    expect(rows.find(({ ids }) => ids.includes(paid))?.fields).toEqual(expect.arrayContaining(['applicantName', 'accountNo']));
  });

  test('stops before a name is printed with a hole in it, and says at which field', { timeout: 60_000 }, async () => {
    const id = await idIn(CLAIM, 'townReview');
    await office.pool.query(`update cases set data = jsonb_set(data, '{applicantName}', '"周𠮷祥"') where id = $1`, [id]);
    const stopped = await take('town1', `/api/${CLAIM}/${id}/papers/approval-form.pdf`);
    expect(stopped.statusCode).toBe(422);
    expect(stopped.json()).toMatchObject({ reason: 'not-printable', characters: ['𠮷'], errors: { applicantName: expect.stringContaining('“申请人”中的“𠮷”') as unknown } });
    expect((await take('town1', `/api/${CLAIM}/${id}/papers/approval-form.docx`)).statusCode, 'Word has fonts of its own').toBe(200);
  });
});

describe('a certificate', () => {
  const page = async (number: string, address = '10.0.0.1') => app.inject({ method: 'GET', url: `/public/certificates/${number}`, remoteAddress: address });
  const standing = (body: string): string => /class="standing (\w+)"/.exec(body)?.[1] ?? '';

  test('has one number for good, which tells anybody whether it is valid, and nothing that is not printed', { timeout: 120_000 }, async () => {
    const commended = await idIn(HOUSEHOLD, 'commended');
    for (const who of ['town1', 'head1']) expect((await take(who, `/api/${HOUSEHOLD}/${commended}/papers/certificate.pdf`)).statusCode, who).toBe(200);
    const { rows } = await office.pool.query<{ number: string; case_id: string }>('select number, case_id from certificates where case_id = $1', [commended]);
    expect(rows).toHaveLength(1);
    const number = rows[0]?.number ?? '';
    expect(number).toMatch(/^2026-\d{4}-[2-9A-HJ-NP-Z]{6}$/);
    const { data } = (await (await as('town1')).get(`/api/${HOUSEHOLD}/${commended}`)).body as { data: { displayName: string } };
    const shown = await page(number);
    expect([shown.statusCode, standing(shown.body)]).toEqual([200, 'valid']);
    expect(shown.body).toContain(data.displayName);
    expect(shown.body).not.toContain(commended);
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await page(number.toLowerCase())).body).toContain('证书有效');
    expect((await page(`${number}?lang=en`)).body).toContain('This certificate is valid');

    const at = (change: string) => office.pool.query(`update cases set ${change} where id = $1`, [commended]);
    await at(`data = jsonb_set(data, '{titleUntil}', '"2025-12-31"')`);
    expect(standing((await page(number)).body)).toBe('expired');
    await at(`state = 'expired'`);
    expect(standing((await page(number)).body)).toBe('expired');
    await at(`state = 'revoked'`);
    expect([(await page(number)).statusCode, standing((await page(number)).body)]).toEqual([200, 'revoked']);
    for (const wrong of [`${number.slice(0, -1)}${number.endsWith('2') ? '3' : '2'}`, number.replace('2026-', '2027-'), number.slice(0, 9), 'x', "'%20or%201=1", '<script>']) {
      const answer = await page(encodeURIComponent(wrong), '10.0.0.2');
      expect([answer.statusCode, standing(answer.body)], wrong).toEqual([404, 'unknown']);
      expect(answer.body).not.toContain('<script');
    }
  });

  test('is not found by trying numbers out', async () => {
    const answers = [];
    for (let n = 0; n < 40; n += 1) answers.push((await page(`2026-0001-AAAAA${n % 8 + 2}`, '10.0.0.3')).statusCode);
    expect(answers.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(answers.at(-1)).toBe(429);
    await expect(office.pool.query('update certificates set number = number')).rejects.toThrow(/stays/);
  });
});

describe('the archive package', () => {
  test('holds papers in order, log and catalogue with its term, and checks; a changed byte shows', { timeout: 120_000 }, async () => {
    const closed = await idIn(CLAIM, 'closed');
    const made = await take('town1', `/api/${CLAIM}/${closed}/papers/archive.zip`);
    expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/zip']);
    const path = join(folder.path, 'archive.zip');
    writeFileSync(path, made.rawPayload);
    const { faults, files, rows } = await checkArchive(path);
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(6);
    expect(rows).toBe((await (await as('town1')).get(`/api/${CLAIM}/${closed}/log`)).rows.length);
    const text = made.rawPayload.toString('latin1');
    const order = ['00-catalogue.pdf', '01-approval-form.pdf', '02-payment-slip.pdf', 'log.jsonl', 'catalogue.json', 'SHA256SUMS'].map((name) => text.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const spoilt = Buffer.from(made.rawPayload);
    const inside = spoilt.indexOf('%PDF') + 400;
    spoilt[inside] = (spoilt[inside] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    expect(await checkArchive(path).then(({ faults: found }) => found.length, () => 1)).toBeGreaterThan(0);
    expect((await take('head1', `/api/${CLAIM}/${closed}/papers/archive.zip`)).statusCode, 'not their work').toBe(409);
    expect((await take('town1', `/api/${CLAIM}/${await idIn(CLAIM, 'townCheck')}/papers/archive.zip`)).statusCode, 'still under way').toBe(409);
  });
});

test('a scorer’s sheet stays its own in the log until the last is given', async () => {
  const { rows: [given] } = await office.pool.query<{ id: string; actor: string }>(`select c.id, l.actor from log l join cases c on c.district = l.district and c.id = l.case_id where c.state = 'panelScoring' and l.type = 'score' order by c.id limit 1`);
  const seen = async (who: string, id: string) => ((await (await as(who)).get(`/api/model-household/${id}/log`)).rows as unknown as { type: string; actor: string; data: object; unseen?: true }[]).filter(({ type, actor }) => type === 'score' && actor === given?.actor).map(({ data, unseen }) => [Object.keys(data).length > 0, unseen]);
  const other = given?.actor === 'reviewer3' ? 'reviewer2' : 'reviewer3';
  expect([await seen(given?.actor ?? '', given?.id ?? ''), await seen(other, given?.id ?? ''), await seen('auditor', given?.id ?? '')]).toEqual([[[true, undefined]], [[false, true]], [[false, true]]]);
  const [over] = (await office.pool.query<{ id: string }>(`select id from cases where workflow = 'model-household' and state = 'headSignoff' limit 1`)).rows;
  expect((await seen('auditor', over?.id ?? '')).every(([told, unseen]) => told === true && unseen === undefined)).toBe(true);
});

test('a reviewer’s word on an objection is in nobody else’s log and on nobody else’s paper until the second is given', async () => {
  const { rows: [open] } = await office.pool.query<{ id: string; version: number }>(`select id, version from cases where workflow = $1 and state = 'objection' and jsonb_array_length(memory -> 'marks') = 0 order by id limit 1`, [CLAIM]);
  const [id, version] = [open?.id ?? '', open?.version];
  const reply = '答复2026-777';
  const verdict = { ...([benefitClaim.examples({ at: NOW, unit: '', free: { residents: [], households: [] }, cases: () => [] })['judgeObjection']].flat()[0] as object), replyNo: reply };
  expect((await (await as('reviewer1')).post(`/api/${CLAIM}/${id}/events`, { id: 'one-word', type: 'judgeObjection', data: verdict, version })).status).toBe(200);
  const told = async (who: string) => {
    const log = (await (await as(who)).get(`/api/${CLAIM}/${id}/log`)).rows.some(({ type, data }) => type === 'judgeObjection' && JSON.stringify(data).includes(reply));
    const paper = await inTransaction(office.pool, async (tx) => {
      const ground = await findGround(office, tx, await whoAsked(office, tx, who, Date.parse(NOW)), benefitClaim, id);
      return ground?.log.some(({ form }) => JSON.stringify(form).includes(reply));
    });
    return [log, paper];
  };
  expect([await told('reviewer1'), await told('reviewer2'), await told('town1')]).toEqual([[true, true], [false, false], [false, false]]);
});

describe('the board beside a judged claim', () => {
  const board = async (id: string) => (await (await as('reviewer1')).get(`/api/${CLAIM}/${id}/evidence`)).body as unknown as EvidenceView;
  const where = () => ({ keys: office.keys, district: office.district });
  const everywhere = async () => (await office.db.selectFrom('units').select('id').execute()).map(({ id }) => id);

  test('is for those who judge, where it is judged, and on record', async () => {
    const judged = await idIn(CLAIM, 'internalReview').catch(() => idIn(CLAIM, 'headSignoff'));
    const status = async (who: string, id: string) => (await (await as(who)).get(`/api/${CLAIM}/${id}/evidence`)).status;
    expect([await status('reviewer1', judged), await status('auditor', judged), await status(await villageOf(judged), judged)]).toEqual([200, 409, 409]);
    expect(await status('reviewer1', await idIn(CLAIM, 'villageReview'))).toBe(409);
    expect(await status('reviewer1', 'nobody')).toBe(404);
    expect((await office.pool.query(`select 1 from reads where resource = $1 and person = 'reviewer1'`, [`${CLAIM}/evidence`])).rowCount).toBeGreaterThan(0);
  });

  test('lists each condition with what the register says now and the papers that were seen', async () => {
    const { checklist } = await board(await idIn(CLAIM, 'headSignoff'));
    expect(checklist?.basis.zh).toMatch(/第\d+版，权益发生于\d{4}-\d\d-\d\d至/);
    expect(checklist?.conditions.map(({ code, met, metThen, proofs }) => ({ code, met, metThen, seen: proofs.length > 0 }))).toContainEqual({ code: 'registered', met: true, metThen: true, seen: true });
    expect(checklist?.conditions.every(({ accepts }) => accepts.length > 0)).toBe(true);
  });

  test('finds what was paid to the household in another village and year, and by the account alone, before and after the keys change', async () => {
    const judged = await idIn(CLAIM, 'headSignoff');
    const [paid, alien] = (await office.db.selectFrom('cases').select('id').where('workflow', '=', CLAIM).where('state', 'in', ['paid', 'closed']).orderBy('id', 'desc').limit(2).execute()).map(({ id }) => id) as [string, string];
    const before = await board(judged);
    expect(before.beside.map(({ id }) => id)).not.toContain(paid);
    expect(before.compared.find(({ field }) => field === 'name')).toMatchObject({ agrees: true });
    expect(JSON.stringify(before)).not.toMatch(/\d{15,}/);
    const one = (await findCaseRow(office.db, where(), CLAIM, await everywhere(), judged))?.case;
    const member = await office.db.selectFrom('residents as r').innerJoin('residents as m', (on) => on.onRef('m.household', '=', 'r.household').onRef('m.district', '=', 'r.district')).select('m.id')
      .where('r.id', '=', one?.subject ?? '').whereRef('m.id', '<>', 'r.id').executeTakeFirst();
    await office.pool.query('update cases set subject = $2 where id = $1', [paid, member?.id ?? one?.subject]);
    const other = (await findCaseRow(office.db, where(), CLAIM, await everywhere(), alien))?.case;
    const data = sealLeaves(office.keys, new Set(['accountNo', 'accountHolder', 'bankName']), { table: 'cases', row: rowId(office.district, alien), column: 'data' }, { ...other?.data, accountNo: one?.data['accountNo'] });
    await office.pool.query('update cases set data = $2, version = version + 1 where id = $1', [alien, JSON.stringify(data)]);
    for (const when of ['before', 'after'] as const) {
      const { beside } = await board(judged);
      expect(beside.find(({ id }) => id === paid), when).toMatchObject({ standing: 'paid', mine: true });
      expect(beside.find(({ id }) => id === alien)?.ties, when).toEqual(['account']);
      expect(beside.find(({ id }) => id === alien)?.fen, when).toBeGreaterThan(0);
      if (when === 'before') office.keys.renew(['index']);
    }
    expect((await office.pool.query<{ key: string }>('select distinct key from account_marks')).rows.map(({ key }) => key)).toEqual([office.keys.index.id]);
  });

  test('names who declared a relation', async () => {
    const judged = await idIn(CLAIM, 'headSignoff');
    const { subject } = await office.db.selectFrom('cases').select('subject').where('id', '=', judged).executeTakeFirstOrThrow();
    await office.pool.query(`insert into relations (district, person, resident) values ($1, 'reviewer1', $2)`, [office.district, subject]);
    expect((await board(judged)).related).toMatchObject({ me: true, names: [expect.any(String)] });
  });
});
