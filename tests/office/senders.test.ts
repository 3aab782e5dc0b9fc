/** What carries messages out: into files once each, through a gateway with its id, and a word for what went wrong. */
import { appendFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileSink } from '../../server/messages/file-sink.ts';
import type { Message } from '../../server/messages/sender.ts';
import { codeOf } from '../../server/messages/sender.ts';
import { smsGateway } from '../../server/messages/sms-gateway.ts';
import { smtpSender } from '../../server/messages/smtp-sender.ts';
import { temporaryFolder } from '../tools/folders.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const message: Message = { id: 'digest.2026-11-23.town1.sms', channel: 'sms', to: '10012345678', subject: '', words: '【乡镇事务台】待办 7 件。', madeAt: '2026-11-22T17:00:00.000Z', again: false };
const failureOf = async (sending: Promise<void>): Promise<string> => codeOf(await sending.then(() => null, (error: unknown) => error));

test('a message in a file is one line of the day it was made, only its owner’s to read, and there once after a second try', async () => {
  const to = join(folder.path, 'sink');
  const send = fileSink(to);
  await send(message);
  await send({ ...message, again: true });
  const path = join(to, 'sms-2026-11-23.jsonl');
  expect(readdirSync(to)).toEqual(['sms-2026-11-23.jsonl']);
  expect(readFileSync(path, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as Message).id)).toEqual([message.id]);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a line that a crash cut off is written anew, whole, below it', async () => {
  const to = join(folder.path, 'cut');
  const send = fileSink(to);
  await send({ ...message, id: 'first' });
  const path = join(to, 'sms-2026-11-23.jsonl');
  appendFileSync(path, JSON.stringify(message).slice(0, 40));
  await send({ ...message, again: true });
  expect((JSON.parse(readFileSync(path, 'utf8').trim().split('\n').at(-1) ?? '') as Message).id).toBe(message.id);
});

test('a gateway gets id, number and text with its token; anything but 2xx, and nobody there, are told by a word', async () => {
  const heard: unknown[] = [];
  let status = 202;
  const gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => { body += part.toString(); }).on('end', () => {
      heard.push([request.headers.authorization, request.headers['idempotency-key'], JSON.parse(body)]);
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => gateway.once('listening', ready));
  const send = smsGateway(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`, 'secret');
  await send(message);
  expect(heard).toEqual([['Bearer secret', message.id, { id: message.id, to: message.to, text: message.words }]]);
  status = 503;
  expect(await failureOf(send(message))).toBe('HTTP_503');
  await new Promise((closed) => gateway.close(closed));
  expect(await failureOf(send(message))).toBe('failed');
});

test('mail goes out by SMTP under an id that stays the same', async () => {
  const heard: string[] = [];
  const server = createTcpServer((socket) => {
    let body = false;
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('data', (part) => {
      for (const line of part.toString().split('\r\n').slice(0, -1)) {
        heard.push(line);
        if (body) {
          if (line === '.') { body = false; socket.write('250 taken\r\n'); }
        } else if (/^DATA/i.test(line)) { body = true; socket.write('354 go on\r\n'); } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  await smtpSender(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 'Casework <casework@example.cn>')({ ...message, channel: 'mail', to: 'town1@example.cn', subject: '待办 7 件' });
  expect(heard).toContain('RCPT TO:<town1@example.cn>');
  expect(heard.join('\n')).toContain(`Message-ID: <${message.id}@example.cn>`);
  server.close();
});
