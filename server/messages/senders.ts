/** Which way messages leave, as the settings have it: into files where nothing else is set. */
import type { Settings } from '../settings.ts';
import { fileSink } from './file-sink.ts';
import type { Senders } from './sender.ts';
import { smsGateway } from './sms-gateway.ts';
import { smtpSender } from './smtp-sender.ts';

export const sendersOf = ({ messages: { folder, smtp, sms } }: Pick<Settings, 'messages'>): Senders =>
  ({ mail: smtp ? smtpSender(smtp.url, smtp.from) : fileSink(folder), sms: sms ? smsGateway(sms.url, sms.token) : fileSink(folder) });
