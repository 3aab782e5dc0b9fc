import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../tools/chromium.ts';
import { makeCast } from './cast.ts';
import { startOffice, type RunningOffice } from './office.ts';

const WORKFLOW = 'model-household';
let office: RunningOffice;
let browser: Browser;
beforeAll(async () => { [office, browser] = await Promise.all([startOffice(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await office?.stop(); });

describe('a nomination in the browser', () => {
  test('goes from the village’s draft to recommended; without an approval number the district cannot confirm, and sees why', async () => {
    const cast = makeCast(browser, office);
    const id = await cast.opens('village03', WORKFLOW);
    await cast.takes('village03', WORKFLOW, id, 'submit', 'villageReview');
    await cast.takes('village03', WORKFLOW, id, 'recordVote', 'villageNoticeDraft');
    await cast.takes('village03', WORKFLOW, id, 'draftNotice', 'villageNoticeDraft');
    await cast.takes('town1', WORKFLOW, id, 'release', 'villageNotice');
    await cast.takes('village03', WORKFLOW, id, 'recordPosting', 'villageNotice');
    await cast.waits(WORKFLOW, id, 'townCheck');
    await cast.takes('town2', WORKFLOW, id, 'pass', 'panelScoring');
    await cast.takes('reviewer1', WORKFLOW, id, 'score', 'panelScoring');
    await cast.takes('reviewer2', WORKFLOW, id, 'score', 'panelScoring');
    await cast.takes('reviewer3', WORKFLOW, id, 'score', 'townNoticeDraft');
    await cast.takes('town3', WORKFLOW, id, 'draftNotice', 'townNoticeDraft');
    await cast.takes('town4', WORKFLOW, id, 'release', 'townNotice');
    await cast.takes('town3', WORKFLOW, id, 'recordPosting', 'townNotice');
    await cast.waits(WORKFLOW, id, 'headSignoff');
    await cast.takes('head1', WORKFLOW, id, 'sign', 'recommended');
    await cast.takes('town1', WORKFLOW, id, 'forward', 'forwarded');

    const { offers, blocked } = await cast.get('district1', WORKFLOW, id);
    expect(offers.map(({ type }) => type)).not.toContain('confirm');
    expect(blocked).toContainEqual({ type: 'confirm', why: ['no-approval-number'] });
    expect(await cast.page('district1', WORKFLOW, id)).toMatch(/暂不能办理[\s\S]*批准/);
    expect(cast.room.abroad).toEqual([]);
    expect(cast.room.failures).toEqual([]);
    await cast.room.close();
  });
});
