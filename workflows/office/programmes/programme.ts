/** A benefit programme is data: who may claim, what is asked for, who pays, and what is posted up. */
import type { Day, Text } from '../../kit/words.ts';
import type { EvidenceKind } from '../fields.ts';
import type { Share } from '../money.ts';

/** Parts of the claim's form that only some programmes ask for. */
export const parts = ['spouse', 'marriage', 'quotaDocument', 'certificate'] as const;
export type Part = (typeof parts)[number];
export const partNames: Readonly<Record<Part, Text>> = {
  spouse: { zh: '配偶信息', en: 'the spouse' }, marriage: { zh: '婚姻登记信息', en: 'the registration of the marriage' },
  quotaDocument: { zh: '原指标凭证', en: 'the original quota document' }, certificate: { zh: '资格凭证', en: 'the certificate' },
};

/**
 * What a rule of eligibility may ask. The list is closed, and nothing in it counts, orders or dates children
 * (Population and Family Planning Law Arts. 4, 17, 18).
 */
export type Condition =
  /** An active entry of the register. */
  | { readonly ask: 'registered' }
  /** Full years of age on the day of entitlement, by sex of GB/T 2261.1. */
  | { readonly ask: 'ageFrom'; readonly male: number; readonly female: number }
  /** Marital status of GB/T 2261.2. */
  | { readonly ask: 'maritalIn'; readonly codes: readonly string[] }
  /** Married on the day of entitlement or before. */
  | { readonly ask: 'marriedBy' }
  /** The marriage of the certificate is the event that entitles. */
  | { readonly ask: 'marriageEntitles' }
  /** The paper of a part was issued on the day of entitlement or before. */
  | { readonly ask: 'issuedBy'; readonly part: 'quotaDocument' | 'certificate' };

export type EligibilityRule = {
  readonly code: string;
  readonly text: Text;
  readonly condition: Condition;
  /** Papers that may prove it. */
  readonly evidence: readonly EvidenceKind[];
};

export type Programme = {
  readonly id: string;
  readonly version: number;
  readonly label: Text;
  /** `closed`: past events only, and each late claim says why it comes now. */
  readonly status: 'live' | 'closed';
  /** Days of entitlement that count, both included. */
  readonly validity: { readonly from: Day; readonly to: Day };
  /** Last day on which a claim may be filed. */
  readonly claimDeadline: Day;
  /** Set for the demonstration where the sources name no date or amount. */
  readonly synthetic: readonly ('validity' | 'claimDeadline' | 'amount' | 'age')[];
  readonly period: 'once' | 'year';
  /** Most that one claim may bring, in fen. */
  readonly cap: number;
  readonly shares: readonly Share[];
  /** The tier that bears what rounding leaves. */
  readonly remainderTo: string;
  /** Working days each notice hangs; `none` puts a second internal review in the place of both. */
  readonly notice: { readonly village: number | null; readonly town: number | null } | 'none';
  readonly parts: readonly Part[];
  /** Papers to be seen before a claim is submitted, beside those of every claim. */
  readonly papers: readonly EvidenceKind[];
  readonly eligibility: readonly EligibilityRule[];
};

export const hasDistrictShare = ({ shares }: Programme): boolean => shares.some(({ tier }) => tier === 'district');
export const noticeDays = ({ notice }: Programme, level: 'village' | 'town'): number | null => (notice === 'none' ? null : notice[level]);
