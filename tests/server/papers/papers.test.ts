/** Papers of the demo town's cases on a real database: each served to whom it is for, none holding anybody's numbers; the archive that checks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkArchive } from '../../../server/archive/check.ts';
import { wordsOn } from '../../../server/documents/paper.ts';
import { caseRoutes } from '../../../server/routes/cases.ts';
import { paperRoutes } from '../../../server/routes/papers.ts';
import { posterRoutes } from '../../../server/routes/posters.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { disclose } from '../../../server/use-cases/disclose.ts';
import { findGround, writePaper } from '../../../server/use-cases/papers-ground.ts';
import { posterPaper } from '../../../server/use-cases/poster-paper.ts';
import { readPosters, readSheet } from '../../../server/use-cases/read-posters.ts';
import { readReport } from '../../../server/use-cases/read-report.ts';
import { paperOf } from '../../../server/use-cases/report-paper.ts';
import { whoAsked } from '../../../server/use-cases/who-asks.ts';
import { papersOf } from '../../../workflows/kit/papers.ts';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import { NOW } from '../support.ts';
import { toldOffice, type ToldOffice } from '../told-office.ts';

const CLAIM = 'benefit-claim';
let told: ToldOffice;
const look = async (who: string, url: string) => (await told.as(who)).look(url);

beforeAll(async () => {
  told = await toldOffice((on, office) => { sessionRoutes(on, office); caseRoutes(on, office); paperRoutes(on, office); posterRoutes(on, office, 'demo'); });
}, 240_000);
afterAll(() => told.close());

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

describe('what leaves the demo town, over all of its cases', () => {
  test('papers hold no whole number, address or account of anybody, and no child’s name', { timeout: 240_000 }, async () => {
    const secrets = secretsOf();
    const found = holdsAny(secrets);
    expect(secrets.length).toBeGreaterThan(20_000);
    expect(found(`：${secrets.at(-1)}。`)).toBe(secrets.at(-1));
    const seen = new Map<string, number>();
    const scan = async (person: string, langs: readonly ('zh' | 'en')[], most: number): Promise<void> => inTransaction(told.office.pool, async (tx) => {
      const asker = await whoAsked(told.office, tx, person, Date.parse(NOW));
      for (const workflow of told.office.workflows.filter(({ papers = [] }) => papers.length > 0)) {
        for (const { id } of await tx.db.selectFrom('cases').select('id').where('workflow', '=', workflow.name).orderBy('id').limit(most).execute()) {
          const ground = await findGround(told.office, tx, asker, workflow, id);
          for (const kind of ground ? papersOf(workflow, ground.one, ground.posts) : []) {
            for (const lang of ground ? langs : []) {
              const text = wordsOn(await writePaper(told.office, tx, asker, workflow, ground as NonNullable<typeof ground>, kind, { lang, address: 'https://office.example' })).join('\n');
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

  test('nor do the pages that everybody may read, the sheets for the wall, the lists of the quarters, and the report of the month', { timeout: 120_000 }, async () => {
    const found = holdsAny(secretsOf());
    const seen = { pages: 0, sheets: 0, lists: 0, reports: 0 };
    const lookOver = (kind: keyof typeof seen, name: string, text: string): void => {
      expect(text, name).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
      expect(found(text), name).toBeNull();
      seen[kind] += 1;
    };
    const [all, posted] = [told.office.workflows, await readPosters(told.office)];
    const asker = await inTransaction(told.office.pool, (tx) => whoAsked(told.office, tx, 'town1', Date.parse(NOW)));
    for (const lang of ['zh', 'en'] as const) {
      for (const path of ['', ...posted.map(({ id }) => `/${id}`)]) {
        const { statusCode, body } = await told.app.inject(`/public/notices${path}?lang=${lang}`);
        expect(statusCode, path).toBe(200);
        lookOver('pages', path, body);
      }
      for (const workflow of all.filter(({ poster }) => poster)) {
        for (const { id } of await told.office.db.selectFrom('cases').select('id').where('workflow', '=', workflow.name).execute()) {
          const sheet = await readSheet(told.office, asker, workflow, id);
          if (sheet) lookOver('sheets', id, wordsOn(posterPaper(sheet, lang)).join('\n'));
        }
      }
      for (const workflow of all.filter(({ report }) => report)) {
        for (const { id } of await told.office.db.selectFrom('cases').select('id').where('workflow', '=', workflow.name).execute()) {
          const view = await readReport(told.office, asker, workflow, id, null);
          if (view) lookOver('reports', id, wordsOn(paperOf(view, lang)).join('\n'));
        }
      }
    }
    for (const workflow of all.filter(({ disclosure }) => disclosure)) {
      for (const quarter of ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
        const list = await disclose(told.office, asker, workflow, quarter);
        if (list && list.lines.length > 0) lookOver('lists', quarter, JSON.stringify(list));
      }
    }
    expect(Object.values(seen).every((n) => n > 1), JSON.stringify(seen)).toBe(true);
    process.stdout.write(`looked at ${JSON.stringify(seen)}\n`);
  });
});

describe('one paper', () => {
  test('is offered and served as it is declared: by state, by post, within one’s units, on record, under a harmless name', { timeout: 120_000 }, async () => {
    const paid = await told.idIn(CLAIM, 'paid');
    const rejected = await told.idIn(CLAIM, 'rejected');
    const names = async (who: string, id: string) => (await (await told.as(who)).get(`/api/${CLAIM}/${id}/papers`)).rows.map(({ name }) => name);
    expect(await names('town1', paid)).toEqual(['approval-form', 'payment-slip', 'archive']);
    expect(await names('district1', paid)).toEqual(['approval-form']);
    expect(await names('town1', rejected)).toEqual(['approval-form', 'refusal-notice']);
    const mine = await told.villageOf(paid);
    const other = mine === 'village01' ? 'village02' : 'village01';
    expect((await (await told.as(other)).get(`/api/${CLAIM}/${paid}/papers`)).status).toBe(404);
    expect((await look(other, `/api/${CLAIM}/${paid}/papers/approval-form.pdf`)).statusCode).toBe(404);
    expect((await look('district1', `/api/${CLAIM}/${paid}/papers/payment-slip.pdf`)).statusCode, 'a wrong post').toBe(409);
    expect((await look('town1', `/api/${CLAIM}/${paid}/papers/refusal-notice.pdf`)).statusCode, 'a wrong state').toBe(409);
    for (const wrong of ['nothing.pdf', 'approval-form.exe', 'approval-form']) expect((await look('town1', `/api/${CLAIM}/${paid}/papers/${wrong}`)).statusCode, wrong).toBe(404);
    expect((await look('town1', `/api/${CLAIM}/${paid}/papers/approval-form.pdf?lang=fr`)).statusCode).toBe(400);
    expect((await told.app.inject({ method: 'GET', url: `/api/${CLAIM}/${paid}/papers/approval-form.pdf` })).statusCode).toBe(401);
    for (const [file, id, magic] of [['approval-form.pdf', paid, '%PDF'], ['payment-slip.docx', paid, 'PK'], ['refusal-notice.pdf', rejected, '%PDF']] as const) {
      const made = await look('town1', `/api/${CLAIM}/${id}/papers/${file}`);
      expect(made.statusCode, file).toBe(200);
      expect(made.rawPayload.subarray(0, magic.length).toString()).toBe(magic);
      expect(made.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
    }
    const { rows } = await told.office.pool.query<{ person: string; ids: string[]; fields: string[] }>(`select person, ids, fields from reads where resource = $1`, [`${CLAIM}/papers`]);
    expect(rows.map(({ person }) => person)).toContain('town1');
    expect(rows.find(({ ids }) => ids.includes(paid))?.fields).toEqual(expect.arrayContaining(['applicantName', 'accountNo']));
  });

  test('stops before a name is printed with a hole in it, and says at which field', { timeout: 60_000 }, async () => {
    const id = await told.idIn(CLAIM, 'townReview');
    await told.office.pool.query(`update cases set data = jsonb_set(data, '{applicantName}', '"周𠮷祥"') where id = $1`, [id]);
    const stopped = await look('town1', `/api/${CLAIM}/${id}/papers/approval-form.pdf`);
    expect(stopped.statusCode).toBe(422);
    expect(stopped.json()).toMatchObject({ reason: 'not-printable', characters: ['𠮷'], errors: { applicantName: expect.stringContaining('“申请人”中的“𠮷”') as unknown } });
    expect((await look('town1', `/api/${CLAIM}/${id}/papers/approval-form.docx`)).statusCode, 'Word has fonts of its own').toBe(200);
  });
});

describe('the archive package', () => {
  test('holds papers in order, log and catalogue with its term, and checks; a changed byte shows', { timeout: 120_000 }, async () => {
    const closed = await told.idIn(CLAIM, 'closed');
    const made = await look('town1', `/api/${CLAIM}/${closed}/papers/archive.zip`);
    expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/zip']);
    const path = join(told.folder, 'archive.zip');
    writeFileSync(path, made.rawPayload);
    const { faults, files, rows } = await checkArchive(path);
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(6);
    expect(rows).toBe((await (await told.as('town1')).get(`/api/${CLAIM}/${closed}/log`)).rows.length);
    const text = made.rawPayload.toString('latin1');
    const order = ['00-catalogue.pdf', '01-approval-form.pdf', '02-payment-slip.pdf', 'log.jsonl', 'catalogue.json', 'SHA256SUMS'].map((name) => text.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const spoilt = Buffer.from(made.rawPayload);
    const inside = spoilt.indexOf('%PDF') + 400;
    spoilt[inside] = (spoilt[inside] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    expect(await checkArchive(path).then(({ faults: found }) => found.length, () => 1)).toBeGreaterThan(0);
    expect((await look('head1', `/api/${CLAIM}/${closed}/papers/archive.zip`)).statusCode, 'not their work').toBe(409);
    expect((await look('town1', `/api/${CLAIM}/${await told.idIn(CLAIM, 'townCheck')}/papers/archive.zip`)).statusCode, 'still under way').toBe(409);
  });
});
