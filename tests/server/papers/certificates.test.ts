/** A certificate answers for itself to anybody who holds it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseRoutes } from '../../../server/routes/cases.ts';
import { paperRoutes } from '../../../server/routes/papers.ts';
import { publicCertificateRoutes } from '../../../server/routes/public-certificates.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { toldOffice, type ToldOffice } from '../told-office.ts';

const HOUSEHOLD = 'model-household';
let told: ToldOffice;
const look = async (who: string, url: string) => (await told.as(who)).look(url);

beforeAll(async () => {
  told = await toldOffice((on, office) => { sessionRoutes(on, office); caseRoutes(on, office); paperRoutes(on, office); publicCertificateRoutes(on, office, 'demo'); });
}, 240_000);
afterAll(() => told.close());

describe('a certificate', () => {
  const page = async (number: string, address = '10.0.0.1') => told.app.inject({ method: 'GET', url: `/public/certificates/${number}`, remoteAddress: address });
  const standing = (body: string): string => /class="standing (\w+)"/.exec(body)?.[1] ?? '';

  test('has one number for good, which tells anybody whether it is valid, and nothing that is not printed', { timeout: 120_000 }, async () => {
    const commended = await told.idIn(HOUSEHOLD, 'commended');
    for (const who of ['town1', 'head1']) expect((await look(who, `/api/${HOUSEHOLD}/${commended}/papers/certificate.pdf`)).statusCode, who).toBe(200);
    const { rows } = await told.office.pool.query<{ number: string; case_id: string }>('select number, case_id from certificates where case_id = $1', [commended]);
    expect(rows).toHaveLength(1);
    const number = rows[0]?.number ?? '';
    expect(number).toMatch(/^2026-\d{4}-[2-9A-HJ-NP-Z]{6}$/);
    const { data } = (await (await told.as('town1')).get(`/api/${HOUSEHOLD}/${commended}`)).body as { data: { displayName: string } };
    const shown = await page(number);
    expect([shown.statusCode, standing(shown.body)]).toEqual([200, 'valid']);
    expect(shown.body).toContain(data.displayName);
    expect(shown.body).not.toContain(commended);
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await page(number.toLowerCase())).body).toContain('证书有效');
    expect((await page(`${number}?lang=en`)).body).toContain('This certificate is valid');

    const at = (change: string) => told.office.pool.query(`update cases set ${change} where id = $1`, [commended]);
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
    await expect(told.office.pool.query('update certificates set number = number')).rejects.toThrow(/stays/);
  });
});
