/** Waits until a job of many has ended; gives it with its results. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../doors/http.ts';

export type Job = { readonly state: string; readonly total: number; readonly done: number; readonly refused: number; readonly results: readonly { readonly id: string; readonly result: string; readonly why: readonly string[] }[] };

export const settled = async (clerk: Client, job: string): Promise<Job> => {
  for (;;) {
    const { body } = await clerk.get<Job>(`/api/jobs/${job}`);
    if (body.state === 'finished') return body;
    await sleep(50);
  }
};
