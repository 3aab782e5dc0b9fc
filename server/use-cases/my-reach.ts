/** How I may be reached outside the office: what I ticked, with address and telephone masked. */
import { z } from 'zod';
import type { FieldErrors, Lang } from '../../workflows/kit/words.ts';
import { maskMail, maskPhone } from '../../workflows/office/masking.ts';
import { normalisePhone, phoneKind } from '../../workflows/office/phone.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findReach, keepReach } from '../store/reach.ts';
import type { Reach } from '../store/reach.ts';

/** Left out: as it is known. Empty: forgotten. */
const typed = z.string().max(200).optional();
export const ReachBody = z.strictObject({ mail: z.boolean(), mailAddress: typed, sms: z.boolean(), phone: typed });
type ReachBody = z.infer<typeof ReachBody>;

type Masked = { readonly masked: string } | null;
export type ReachView = { readonly mail: boolean; readonly mailAddress: Masked; readonly sms: boolean; readonly phone: Masked };

const viewOf = ({ mail, mailAddress, sms, phone }: Reach): ReachView =>
  ({ mail, mailAddress: mailAddress === null ? null : { masked: maskMail(mailAddress) }, sms, phone: phone === null ? null : { masked: maskPhone(phone) } });

const isMail = (value: string): boolean => z.email().safeParse(value).success;

/** A demo office takes the numbers of its own town, which ring nowhere. */
const errorsIn = ({ mail, mailAddress, sms, phone }: Reach, demo: boolean): FieldErrors => ({
  ...(mailAddress !== null && !isMail(mailAddress) && { mailAddress: { zh: '邮箱地址不完整，例如 name@example.cn', en: 'That is not a whole mail address, such as name@example.cn' } }),
  ...(mail && mailAddress === null && { mailAddress: { zh: '请填写接收摘要的邮箱地址', en: 'Please give the mail address for the digest' } }),
  ...(phone !== null && !['mobile', ...(demo ? ['demo'] : [])].includes(phoneKind(phone, { demo }) ?? '') && { phone: { zh: '请填写11位手机号码', en: 'Please give a mobile number of 11 digits' } }),
  ...(sms && phone === null && { phone: { zh: '请填写接收短信的手机号码', en: 'Please give the mobile number for text messages' } }),
});

export const readMyReach = async (office: Office, asker: Asker): Promise<ReachView> => viewOf(await findReach(office.db, office, asker.id));

const anew = (given: string | undefined, known: string | null, tidy: (value: string) => string): string | null => (given === undefined ? known : tidy(given) || null);

/** The language of the page it was ticked in is that of the messages. */
export const keepMyReach = async (office: Office, asker: Asker, asked: ReachBody, lang: Lang, demo: boolean): Promise<{ ok: true; reach: ReachView } | { ok: false; errors: FieldErrors }> => {
  const known = await findReach(office.db, office, asker.id);
  const reach: Reach = { mail: asked.mail, mailAddress: anew(asked.mailAddress, known.mailAddress, (value) => value.trim()), sms: asked.sms, phone: anew(asked.phone, known.phone, normalisePhone), lang };
  const errors = errorsIn(reach, demo);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  await keepReach(office.db, office, asker.id, reach);
  return { ok: true, reach: viewOf(reach) };
};
