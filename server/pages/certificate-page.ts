/** Whether a certificate is valid, for whoever scans it. */
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { dayWritten } from '../../workflows/office/papers/written.ts';
import type { CertificateView } from '../use-cases/find-certificate.ts';
import { escape, publicPage } from './public-page.ts';
import type { Look } from './public-page.ts';

const words = {
  title: { zh: '证书核验', en: 'Verifying a certificate' },
  valid: { zh: '证书有效', en: 'This certificate is valid' }, expired: { zh: '证书已过有效期', en: 'This certificate has expired' }, revoked: { zh: '证书已撤销', en: 'This certificate was revoked' },
  unknown: { zh: '没有这个编号的证书', en: 'No certificate has this number' },
  unknownHelp: { zh: '请核对证书上的编号，包括末尾的校验码；仍查不到的，请向发证机关核实。', en: 'Please check the number on the certificate, the code at its end included; if it is still not found, ask the office that issued it.' },
  number: { zh: '证书编号', en: 'Number' }, holder: { zh: '持有家庭', en: 'Holder' }, award: { zh: '称号', en: 'Title' }, until: { zh: '有效期至', en: 'Valid until' }, today: { zh: '核验日期', en: 'Looked up on' },
  masked: { zh: '为保护个人信息，姓名已部分隐去。请与证书原件核对。', en: 'The name is masked to protect the household: compare it with the certificate itself.' },
  busy: { zh: '查询过于频繁，请一分钟后再试。', en: 'Too many look-ups: please try again in a minute.' },
} as const satisfies Record<string, Text>;

const line = (label: Text, value: string, lang: Lang): string => `<dt>${escape(label[lang])}</dt><dd>${escape(value)}</dd>`;

const bodyOf = (view: CertificateView, lang: Lang): string => {
  const standing = `<p class="standing ${view.standing}" role="status">${escape(words[view.standing][lang])}</p>`;
  const looked = line(words.today, dayWritten(view.today, lang), lang);
  if (view.standing === 'unknown') return `${standing}<p>${escape(words.unknownHelp[lang])}</p><dl>${view.number ? line(words.number, view.number, lang) : ''}${looked}</dl>`;
  const told = line(words.number, view.number, lang) + line(words.holder, view.holder[lang], lang) + line(words.award, view.title[lang], lang) + line(words.until, dayWritten(view.until, lang), lang);
  return `${standing}<dl>${told}${looked}</dl><p>${escape(words.masked[lang])}</p>`;
};

const frame = (look: Look, body: string): string => publicPage(look, { title: words.title[look.lang], body: `<h1>${words.title[look.lang]}</h1>${body}` });

export const certificatePage = (look: Look, view: CertificateView): string => frame(look, bodyOf(view, look.lang));
export const certificateBusy = (look: Look): string => frame(look, `<p role="status">${words.busy[look.lang]}</p>`);
