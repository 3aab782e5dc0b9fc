/** The numbers that certificates were given, and the marks by which cases of one account are found. */
import type { ColumnType } from 'kysely';

export type CertificateTables = {
  /** Blind marks of the accounts that money of a case goes to, as of a version. */
  account_marks: { district: string; case_id: string; version: number; key: string; mark: string | null };
  /** One for each paper of a case that certifies; `number` ends with the check code. */
  certificates: { district: string; number: string; year: number; serial: number; workflow: string; case_id: string; paper: string; person: string; at: ColumnType<Date, Date | string, never> };
};
