/** A fresh month of verification in the demo town, given out to its villages: as many cases of one kind as the register has people. */
import type { Client, Door } from '../doors/http.ts';

export type Month = { readonly id: string; readonly items: number; readonly villages: readonly { readonly clerk: Client; readonly batch: string }[] };

const VILLAGES = 18;
const two = (n: number): string => String(n).padStart(2, '0');
const must = (what: string, { status, body }: { status: number; body: unknown }, expected: number): void => {
  if (status !== expected) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
};

/** Opened by `town1`, started by every village clerk. */
export const openMonth = async (door: Door, id = 'bulk-month', month = '2027-02'): Promise<Month> => {
  const town = await door.as('town1');
  must('opening the month', await town.send('POST', '/api/verification-cycle', { id, unit: '999901101', data: { month, kind: 'full' } }), 201);
  const villages = await Promise.all(Array.from({ length: VILLAGES }, async (_, i) => {
    const clerk = await door.as(`village${two(i + 1)}`);
    const [batch] = await clerk.list<{ id: string }>('verification-batch', { parent: id });
    if (!batch) throw new Error(`village${two(i + 1)} has no batch.`);
    must('starting a batch', await clerk.send('POST', `/api/verification-batch/${batch.id}/events`, { id: `start-${batch.id}`, type: 'start', data: {}, version: 1 }), 200);
    return { clerk, batch: batch.id };
  }));
  const { headers } = await town.get(`/api/record-verification?${new URLSearchParams({ filter: JSON.stringify({ state: 'pending', parent: villages.map(({ batch }) => batch) }), range: '[0,0]' }).toString()}`);
  return { id, villages, items: Number(headers.get('content-range')?.split('/')[1]) };
};
