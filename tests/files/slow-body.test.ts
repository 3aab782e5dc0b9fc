/** A body that trickles in loses its connection, unless it is a file. */
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { makeLog } from '../../server/log.ts';

const BODY_MS = 150;

test('a form that never ends is cut off, a file that takes as long arrives', async () => {
  const app = await buildApp(null, { log: makeLog({ write: () => undefined }), bodyMs: BODY_MS }, (on) => {
    on.post('/form', { config: { open: true } }, () => ({ done: true }));
    on.post('/file', { config: { open: true, file: true } }, async ({ body }) => ({ bytes: (await buffer(body as Readable)).length }));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const trickle = async (path: string, type: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (piece: Buffer) => { said += piece.toString(); });
    socket.on('error', () => undefined);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\nContent-Length: 4\r\nConnection: close\r\n\r\n{"`);
    const closed = once(socket, 'close');
    await Promise.race([closed, sleep(BODY_MS * 3)]);
    socket.write('"}');
    await closed;
    return said;
  };
  expect(await trickle('/form', 'application/json')).toBe('');
  expect(await trickle('/file', 'application/octet-stream')).toMatch(/200 OK[^]*\{"bytes":4\}/);
  await app.close();
});
