/** Drafts where they lie: in one envelope each, for a month, and no more of them than somebody may need. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflows } from '../../../workflows/index.ts';
import { findDraft, forgetDrafts, keepDraft } from '../../../server/store/drafts.ts';
import { sealedPlaces } from '../../../server/store/sealed-places.ts';
import { MONDAY, storyTown } from '../../stories/cast.ts';
import { listeningOffice, type Listening } from '../listening-office.ts';

const NUMBER = '0000123456789015678';
const WORDS = '老人去女儿家小住';
const PATH = '/api/drafts/benefit-claim/new/open';
const key = { person: 'village01', workflow: 'benefit-claim', caseId: 'new', event: 'open' };

let opened: Listening;
beforeAll(async () => { opened = await listeningOffice(workflows, MONDAY, storyTown()); });
afterAll(() => opened.close());

test('nothing of a draft is legible in the database, and none opens for another person', async () => {
  const { office, door } = opened;
  await (await door.as('village01')).send('PUT', PATH, { data: { account: NUMBER, note: WORDS }, version: 0 });
  const { rows } = await sql<{ row: string }>`select drafts::text as row from drafts`.execute(office.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).toContain('v1.');
  for (const plain of [NUMBER, WORDS, 'account']) expect(rows[0]?.row).not.toContain(plain);
  expect((await findDraft(office.db, office, key, new Date(0)))?.data).toEqual({ account: NUMBER, note: WORDS });
  await sql`update drafts set person = 'village02'`.execute(office.db);
  await expect(findDraft(office.db, office, { ...key, person: 'village02' }, new Date(0))).rejects.toThrow(/does not open/);
  await sql`delete from drafts`.execute(office.db);
});

test('sealed anew under the keys of now, a draft is what it was', async () => {
  const { office } = opened;
  await keepDraft(office.db, office, key, { data: { note: WORDS }, version: 0, unit: null });
  office.keys.renew(['data']);
  const before = await office.db.selectFrom('drafts').selectAll().executeTakeFirstOrThrow();
  const { sealed } = sealedPlaces.find(({ table }) => table === 'drafts')?.sealAnew(office.keys, office.district, before) ?? {};
  expect(sealed).not.toBe(before.sealed);
  await office.db.updateTable('drafts').set({ sealed: String(sealed) }).execute();
  expect((await findDraft(office.db, office, key, new Date(0)))?.data).toEqual({ note: WORDS });
});

test('after thirty days it is as if there were none, and the night takes it away', async () => {
  const { office, door } = opened;
  const client = await door.as('village01');
  await client.send('PUT', PATH, { data: { note: WORDS }, version: 0 });
  await sql`update drafts set saved_at = now() - interval '31 days'`.execute(office.db);
  expect((await client.get(PATH)).status).toBe(204);
  await forgetDrafts(office.db, office.district, new Date(Date.now() - 30 * 86_400_000));
  expect((await sql`select from drafts`.execute(office.db)).rows).toHaveLength(0);
});

test('the oldest make room for the newest', async () => {
  const { office } = opened;
  const numbered = (n: number) => ({ ...key, caseId: `case-${n}` });
  for (let n = 0; n < 203; n += 1) await keepDraft(office.db, office, numbered(n), { data: { n }, version: 1, unit: null });
  expect((await sql`select from drafts`.execute(office.db)).rows).toHaveLength(200);
  expect(await findDraft(office.db, office, numbered(2), new Date(0))).toBeNull();
  expect((await findDraft(office.db, office, numbered(3), new Date(0)))?.data).toEqual({ n: 3 });
});
