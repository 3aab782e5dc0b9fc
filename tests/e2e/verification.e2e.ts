import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseOut } from '../doors/http.ts';
import { openBrowser } from '../tools/chromium.ts';
import { makeCast } from './cast.ts';
import { startOffice, type RunningOffice } from './office.ts';

const [CYCLE, BATCH, ITEM] = ['verification-cycle', 'verification-batch', 'record-verification'];
/** 后店村: the smallest village of the town. */
const VILLAGE = '999901101212';
let office: RunningOffice;
let browser: Browser;
beforeAll(async () => { [office, browser] = await Promise.all([startOffice(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await office?.stop(); });

describe('a village’s month in the browser', () => {
  test('is opened, verified, handed in, sampled and passed; a changed record ends in the register', async () => {
    const cast = makeCast(browser, office);
    const cycle = await cast.opens('town1', CYCLE);
    const clerk = await office.door.as('village18');
    const [batch] = await clerk.list<CaseOut>(BATCH, { parent: cycle, unit: VILLAGE }, [0, 0]);
    const items = await clerk.list<CaseOut>(ITEM, { parent: batch?.id }, [0, 499]);
    expect(items.length).toBeGreaterThan(150);
    await cast.takes('village18', BATCH, batch?.id ?? '', 'start', 'inProgress');

    const [changed, same, ...others] = items;
    await cast.takes('village18', ITEM, changed?.id ?? '', 'proposeChange', 'changeProposed');
    await cast.takes('village18', ITEM, same?.id ?? '', 'confirmSame', 'consistent');
    for (const { id, version } of others) {
      const { body: { examples } } = await clerk.get<{ examples: { confirmSame: object[] } }>(`/api/workflows/${ITEM}`);
      expect((await clerk.send('POST', `/api/${ITEM}/${id}/events`, { id: `same-${id}`, type: 'confirmSame', data: examples.confirmSame[1], version })).status).toBe(200);
    }
    await cast.takes('town1', ITEM, changed?.id ?? '', 'approve', 'corrected');
    await cast.takes('village18', BATCH, batch?.id ?? '', 'submit', 'submitted');
    await cast.takes('town2', BATCH, batch?.id ?? '', 'takeUp', 'townReview');
    const { blocked } = await cast.get('reviewer1', BATCH, batch?.id ?? '');
    expect(blocked).toEqual([]);
    await cast.takes('reviewer1', BATCH, batch?.id ?? '', 'pass', 'passed');

    expect((await cast.get('village18', ITEM, changed?.id ?? '')).state).toBe('applied');
    const subject = (changed as unknown as { subject: string }).subject;
    expect((await clerk.get<{ residenceAddress: string }>(`/api/residents/${subject}`)).body.residenceAddress).toBe('合成路26组3号');
    const seat = await cast.seat('village18');
    await seat.page.goto(`${office.base}/residents/${subject}/show`);
    await seat.page.getByText('合成路26组3号').first().waitFor();
    expect(cast.room.abroad).toEqual([]);
    expect(cast.room.failures).toEqual([]);
    await cast.room.close();
  });
});
