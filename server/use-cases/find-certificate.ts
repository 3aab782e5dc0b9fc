/** Whether a certificate is valid, for anybody who holds its number: nothing beyond what is printed on it, the name masked. */
import type { Validity } from '../../workflows/kit/papers.ts';
import type { Day, Text } from '../../workflows/kit/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { findCertified } from '../store/certificates.ts';
import { tellTime } from './tell-time.ts';

const NUMBER = /^20\d{2}-\d{4,6}-[2-9A-HJ-NP-Z]{6}$/;

export type CertificateView = { readonly number: string; readonly today: Day } & (
  | { readonly standing: 'unknown' }
  | { readonly standing: Validity; readonly holder: Text; readonly title: Text; readonly until: Day }
);

export const findCertificate = async (office: Office, given: string): Promise<CertificateView> => {
  const { db, keys, district } = office;
  const today = dayOf(await tellTime(office));
  const number = given.normalize('NFKC').trim().toUpperCase();
  const unknown: CertificateView = { number: NUMBER.test(number) ? number : '', today, standing: 'unknown' };
  const found = NUMBER.test(number) ? await findCertified(db, { keys, district }, number) : null;
  const certifies = found && findWorkflow(office, found.workflow)?.papers?.find(({ name }) => name === found.paper)?.certifies;
  if (!found || !certifies) return unknown;
  const { case: one } = found.stored;
  return { number, today, standing: certifies.standing(one, today), holder: certifies.holder(one), title: certifies.title(one), until: certifies.until(one) };
};
