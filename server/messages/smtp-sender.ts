/** Mail through the office's own mail server. */
import { createTransport } from 'nodemailer';
import type { Sender } from './sender.ts';

const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 } as const;

/** `url`: smtp:// or smtps://, with user and password. A message keeps its Message-ID at every try, by which mail servers know a second copy. */
export const smtpSender = (url: string, from: string): Sender => {
  const transport = createTransport({ url, ...PATIENCE });
  const host = from.split('@').at(-1)?.replace(/>$/, '') ?? 'localhost';
  return async ({ id, to, subject, words }) => void (await transport.sendMail({ from, to, subject, text: words, messageId: `<${id}@${host}>`, disableFileAccess: true, disableUrlAccess: true }));
};
