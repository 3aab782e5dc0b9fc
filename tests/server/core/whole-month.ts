/** Brings the demo town's month to its end as its people would: verified, looked at, explained, passed, reported, signed. */
import { expect } from 'vitest';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import { dayOf } from '../../../workflows/office/working-days.ts';
import { NOW, type Person } from '../support.ts';

type Row = { readonly id: string; readonly version: number; readonly state: string; readonly unit: string; readonly data: Record<string, unknown> };
type As = (person: string) => Promise<Person>;

const CYCLE = 'verify-2026-11';
const TODAY = dayOf(NOW);
const METHODS = ['visit', 'papers', 'phone', 'visit', 'match', 'self', 'visit'];
const seen = (n: number): object => ({ groups: { identity: true, marriage: true, residence: true, contact: true }, method: METHODS[n % METHODS.length], verifiedOn: TODAY });
const PROOF = [{ kind: 'signed_form', reference: '已查验原件', seenOn: TODAY }];
/** One in nine has changed, as elsewhere: a village in which nothing ever does stands out. */
const CHANGED_EVERY = 9;
const TOGETHER = 6;
const query = (filter: object, range: readonly [number, number] = [0, 999]): string => new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify(range), sort: '["id","ASC"]' }).toString();

export const makeHands = (as: As) => {
  const list = async (by: string, resource: string, filter: object): Promise<Row[]> => (await (await as(by)).get(`/api/${resource}?${query(filter)}`)).rows as unknown as Row[];
  const count = async (by: string, resource: string, filter: object): Promise<number> => Number(String((await (await as(by)).get(`/api/${resource}?${query(filter, [0, 0])}`)).headers['content-range']).split('/')[1]);
  let sent = 0;
  /** What came of an event: the state it led to, or why not. */
  const send = async (by: string, workflow: string, id: string, type: string, data: object = {}): Promise<unknown> => {
    const person = await as(by);
    const { body: { version } } = await person.get(`/api/${workflow}/${id}`);
    const { status, body } = await person.post(`/api/${workflow}/${id}/events`, { id: `m-${(sent += 1)}`, type, data, version });
    return status === 200 ? body['state'] : (body['why'] ?? body['errors'] ?? body['reason'] ?? status);
  };
  const each = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> => {
    for (let i = 0; i < all.length; i += TOGETHER) await Promise.all(all.slice(i, i + TOGETHER).map(act));
  };
  return { list, count, send, each };
};
type Hands = ReturnType<typeof makeHands>;

/** The figures of the month as it stands half-way. */
export const standsAsTold = async ({ list, count }: Hands): Promise<void> => {
  const batches = await list('auditor', 'verification-batch', { parent: CYCLE });
  expect(new Map(batches.map(({ unit, state }) => [unit, state]))).toEqual(new Map(villageStands.map(({ unit, stand }) => [unit, stand])));
  const items = (state: string | string[]): Promise<number> => count('auditor', 'record-verification', { cycle: CYCLE, state });
  expect([await items('consistent'), await items(['corrected', 'applied']), await items('unable'), await items('pending')]).toEqual([4912, 611, 143, 426]);
};

const verifyTheRest = async ({ list, send, each }: Hands, clerk: string, batch: Row): Promise<void> => {
  const waiting = await list(clerk, 'record-verification', { parent: batch.id, state: 'pending' });
  await each([...waiting.entries()], async ([n, { id }]) => {
    if (n % CHANGED_EVERY !== 0) return expect(await send(clerk, 'record-verification', id, 'confirmSame', seen(n)), id).toBe('consistent');
    expect(await send(clerk, 'record-verification', id, 'proposeChange', { changes: { residenceAddress: `合成路${n + 1}号` }, method: 'visit', verifiedOn: TODAY, changedOn: TODAY, evidence: PROOF }), id).toBe('changeProposed');
    let came: unknown = null;
    for (const by of ['town1', 'town2']) if (came !== 'corrected') came = await send(by, 'record-verification', id, 'approve', { proofSeen: PROOF });
    expect(came, id).toBe('corrected');
  });
  const note = { note: '已自查，无法核实的均已登记原因。' };
  if (batch.state === 'returned') expect(await send(clerk, 'verification-batch', batch.id, 'resubmit', note)).toBe('townReview');
  else expect([await send(clerk, 'verification-batch', batch.id, 'submit', note), await send('town1', 'verification-batch', batch.id, 'takeUp')]).toEqual(['submitted', 'townReview']);
};

const lookAtSample = async ({ list, send, each }: Hands, batch: string): Promise<void> => {
  const [row] = await list('town2', 'verification-batch', { id: batch });
  if (!row) throw new Error(`There is no batch ${batch}`);
  const { drawn } = row.data['townSample'] as { drawn: string[] };
  const left = (await list('town2', 'record-verification', { id: drawn })).filter(({ data }) => !data['townResult']);
  await each(left, async ({ id }) => {
    let came: unknown = null;
    for (const by of ['town2', 'town3', 'town4', 'town1']) if (came === null || Array.isArray(came)) came = await send(by, 'record-verification', id, 'townCheck', { found: 'right', how: 'phone', checkedOn: TODAY });
    expect(came, id).not.toBeInstanceOf(Array);
  });
};

const setAsideErrors = async (as: As, { list, each }: Hands, batch: string): Promise<void> => {
  const clerk = await as('town3');
  await each(await list('town3', 'findings', { parent: batch, level: 'error', state: 'open' }), async ({ id }) => expect((await clerk.post(`/api/findings/${id}/suppress`, { reason: '已与原始材料核对，登记无误。' })).status).toBe(200));
};

const OUTLIERS: Readonly<Record<string, string>> = { '999901101203': 'corrected', '999901101209': 'unable' };

/** From half-way to the head's signature, and once more round. */
export const finishMonth = async (as: As): Promise<void> => {
  const hands = makeHands(as);
  const { list, send } = hands;
  await standsAsTold(hands);
  for (const batch of await list('auditor', 'verification-batch', { parent: CYCLE })) {
    if (batch.state === 'passed') continue;
    const clerk = `village${String(villageStands.findIndex(({ unit }) => unit === batch.unit) + 1).padStart(2, '0')}`;
    if (batch.state !== 'townReview') await verifyTheRest(hands, clerk, batch);
    expect(await send('town2', 'verification-cycle', CYCLE, 'report', { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' })).toEqual(['batches-not-passed']);
    await lookAtSample(hands, batch.id);
    await setAsideErrors(as, hands, batch.id);
    const pass = (): Promise<unknown> => send('reviewer1', 'verification-batch', batch.id, 'pass', { opinion: '抽查合格，同意通过。' });
    const indicator = OUTLIERS[batch.unit];
    if (indicator) {
      expect(await pass(), batch.unit).toEqual(['outlier-unexplained']);
      expect(await send('town4', 'verification-batch', batch.id, 'explain', { indicator, checkedRecords: 12, explanation: '镇经办抽取12条回访，均与登记一致；该村居上月已集中更正，故本月偏离。' })).toBe('townReview');
    }
    expect(await pass(), batch.unit).toBe('passed');
  }
  expect(await send('town2', 'verification-cycle', CYCLE, 'report', { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' })).toBe('ready');
  expect(await send('head1', 'verification-cycle', CYCLE, 'close', { opinion: '同意，按期归档。' })).toBe('closed');
  const closed = await list('auditor', 'verification-batch', { parent: CYCLE });
  expect(closed.filter(({ state }) => state === 'closed')).toHaveLength(18);
  expect(closed.every(({ data }) => { const sample = data['sample'] as { sampled: number; errors: number }; return sample.sampled >= 5 && sample.errors === 0; })).toBe(true);
  expect(await hands.count('auditor', 'record-verification', { cycle: CYCLE, state: ['pending', 'corrected', 'changeProposed'] })).toBe(0);
  const again = { ground: '上级抽查发现差错，重新核实。', cutoff: '2026-12-10' };
  const first = `${CYCLE}.${villageStands[0]?.unit}`;
  expect(await send('head1', 'verification-batch', first, 'reopen', again)).toEqual(['cycle-not-running']);
  expect([await send('head1', 'verification-cycle', CYCLE, 'reopen', { ground: again.ground }), await send('head1', 'verification-batch', first, 'reopen', again)]).toEqual(['running', 'inProgress']);
  expect((await list('auditor', 'verification-batch', { id: first }))[0]?.data).toMatchObject({ townSample: null, sample: null, cutoff: again.cutoff });
};
