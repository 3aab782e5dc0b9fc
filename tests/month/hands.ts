/** What a program does in a month of verification, record by record or many at once, through the API alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../../workflows/kit/words.ts';
import type { CaseOut, Door } from '../doors/http.ts';

export const [CYCLE, BATCH, ITEM] = ['verification-cycle', 'verification-batch', 'record-verification'] as const;
export type Row = Pick<CaseOut, 'id' | 'version' | 'state' | 'unit' | 'data'>;
type Job = { readonly state: string; readonly results: readonly { readonly id: string; readonly result: string }[] };

const AT_ONCE = 8;
const LOOK_MS = 50;
/** No village has more records. */
const ALL: [number, number] = [0, 999];

/** Without `jobs` an office does nothing in the background: what is for many is sent to each. */
export const makeHands = (door: Door, { jobs = true }: { readonly jobs?: boolean } = {}) => {
  const list = async (by: string, resource: string, filter: object): Promise<Row[]> => (await door.as(by)).list<Row>(resource, filter, ALL);
  const get = async (by: string, workflow: string, id: string): Promise<CaseOut> => (await (await door.as(by)).get<CaseOut>(`/api/${workflow}/${id}`)).body;
  const count = async (by: string, resource: string, filter: object): Promise<number> => {
    const { headers } = await (await door.as(by)).get(`/api/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' }).toString()}`);
    return Number(headers.get('content-range')?.split('/')[1]);
  };
  /** The state that an event led to, or why it happened not. */
  const sendTo = async (by: string, workflow: string, { id, version }: Pick<Row, 'id' | 'version'>, type: string, data: Data = {}): Promise<string | readonly string[]> => {
    const { status, body } = await (await door.as(by)).send<{ state: string; why?: string[]; errors?: object; reason?: string }>('POST', `/api/${workflow}/${id}/events`, { id: `${type}-${version}-${id}`.slice(0, 100), type, data, version });
    return status === 200 ? body.state : (body.why ?? Object.keys(body.errors ?? { [body.reason ?? String(status)]: '' }));
  };
  /** Each by itself, as what says something of one person must be. */
  const each = async <T>(all: readonly T[], act: (one: T, n: number) => Promise<unknown>): Promise<void> => {
    for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map((one, n) => act(one, i + n)));
  };
  const toEach = async (by: string, type: string, ids: readonly string[], data: Data): Promise<string[]> => {
    const refused: string[] = [];
    await each(await list(by, ITEM, { id: ids }), async (row) => { if (typeof (await sendTo(by, ITEM, row, type, data)) !== 'string') refused.push(row.id); });
    return refused;
  };
  return {
    door, list, get, count, sendTo,
    send: async (by: string, workflow: string, id: string, type: string, data: Data = {}) => sendTo(by, workflow, await get(by, workflow, id), type, data),
    each,
    /** One event for many; gives those it was refused for. */
    forAll: async (by: string, type: string, ids: readonly string[], data: Data): Promise<string[]> => {
      if (!jobs) return toEach(by, type, ids, data);
      const client = await door.as(by);
      const id = `${type}-${by}-${ids.length}-${ids[0] ?? ''}`.slice(0, 90);
      const { status } = await client.send('POST', `/api/${ITEM}/events`, { id, type, data, ids });
      if (status !== 202) throw new Error(`${type} for ${ids.length} by ${by}: ${status}`);
      for (;;) {
        const { body: job } = await client.get<Job>(`/api/jobs/${id}`);
        if (job.state === 'finished') return job.results.filter(({ result }) => result !== 'done').map((one) => one.id);
        await sleep(LOOK_MS);
      }
    },
  };
};
export type Hands = ReturnType<typeof makeHands>;
