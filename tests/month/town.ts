/** The town's part of a month by a program: samples looked at, findings worked off, outliers explained, batches passed. */
import { expect } from 'vitest';
import type { TownSample } from '../../workflows/office/sampling.ts';
import { BATCH, ITEM, type Hands } from './hands.ts';

/** The two villages of the table that stand out, and in what. */
export const OUTLIERS: Readonly<Record<string, string>> = { '999901101203': 'corrected', '999901101209': 'unable' };
const LOOKING = ['town3', 'town4', 'town2', 'reviewer3'];
const OPINION = { opinion: '抽查合格，同意通过。' };
export const explanationOf = (indicator: string) => ({ indicator, checkedRecords: 12, explanation: '镇经办抽取12条回访，均与登记一致；该村居上月已集中更正，故本月偏离。' });

/** By whoever had no hand in the record and is nobody's relative. */
export const lookAtSample = async ({ get, list, each, sendTo }: Hands, batch: string, today: string): Promise<void> => {
  const { drawn } = (await get('town2', BATCH, batch)).data['townSample'] as TownSample;
  const left = (await list('town2', ITEM, { id: drawn })).filter(({ data }) => !data['townResult']);
  await each(left, async (row) => {
    let came: string | readonly string[] = [];
    for (const by of LOOKING) if (typeof came !== 'string') came = await sendTo(by, ITEM, row, 'townCheck', { found: 'right', how: 'phone', checkedOn: today });
    expect(came, row.id).toBe(row.state);
  });
};

type Finding = { readonly id: string };
export const errorsIn = async ({ door }: Hands, batch: string): Promise<Finding[]> => (await door.as('town3')).list<Finding>('findings', { parent: batch, level: 'error', state: 'open' }, [0, 999]);

export const setAsideErrors = async (hands: Hands, batch: string): Promise<void> => {
  const clerk = await hands.door.as('town3');
  for (const { id } of await errorsIn(hands, batch)) expect((await clerk.send('POST', `/api/findings/${id}/suppress`, { reason: '已与原始材料核对，登记无误。' })).status).toBe(200);
};

/** Takes a batch up and passes it: never before its sample was looked at, its errors worked off, and what stands out in it explained. */
export const passBatch = async (hands: Hands, batch: string, unit: string, today: string): Promise<void> => {
  const { get, send } = hands;
  const pass = () => send('reviewer1', BATCH, batch, 'pass', OPINION);
  if ((await get('town2', BATCH, batch)).state === 'submitted') expect(await send('town2', BATCH, batch, 'takeUp')).toBe('townReview');
  const indicator = OUTLIERS[unit];
  const standsOut = indicator ? ['outlier-unexplained'] : [];
  await lookAtSample(hands, batch, today);
  if ((await errorsIn(hands, batch)).length > 0) expect(await pass(), unit).toEqual(['errors-open', ...standsOut]);
  await setAsideErrors(hands, batch);
  if (indicator) {
    expect(await pass(), unit).toEqual(standsOut);
    const other = indicator === 'unable' ? 'corrected' : 'unable';
    expect(await send('town4', BATCH, batch, 'explain', explanationOf(other))).toBe('townReview');
    expect(await pass(), `${unit}: another indicator explains nothing`).toEqual(standsOut);
    expect(await send('town4', BATCH, batch, 'explain', explanationOf(indicator))).toBe('townReview');
  }
  expect(await pass(), unit).toBe('passed');
};
