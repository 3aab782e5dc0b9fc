/** Text messages through a gateway that takes JSON: most offices have one, or put a small relay before their provider. */
import { Unsent } from './sender.ts';
import type { Sender } from './sender.ts';

const PATIENCE_MS = 20_000;

/** Any 2xx counts as taken; the id goes along, so that the gateway can tell a second try. */
export const smsGateway = (url: string, token: string): Sender => async ({ id, to, words }) => {
  const { ok, status } = await fetch(url, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}`, 'Idempotency-Key': id }, body: JSON.stringify({ id, to, text: words }),
  });
  if (!ok) throw new Unsent(`HTTP_${status}`);
};
