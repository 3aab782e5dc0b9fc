/** What is published of all payments each quarter (Organic Law of Villagers’ Committees Art. 30): no number of anybody in it. */
import type { Disclosure } from '../kit/published.ts';
import type { State } from '../kit/words.ts';
import { programmes } from '../office/programmes/index.ts';
import type { Claim } from './claim.ts';
import { programmeOf } from './rounds.ts';

/** Where the money has arrived. */
export const PAID: readonly State[] = ['paid', 'closed'];

export const disclosure: Disclosure<Claim> = {
  title: { zh: '惠民待遇发放季度公开清单', en: 'Payments of the quarter, for publication' },
  states: PAID,
  day: 'paidOn',
  row: ({ data }) => ({ group: data.programme, name: data.applicantName, subject: data.applicant, fen: data.paidFen ?? 0, on: data.paidOn ?? '', named: programmeOf(data).notice !== 'none' }),
  groups: Object.fromEntries(programmes.map(({ id, label }) => [id, label])),
  by: ['village_clerk', 'town_clerk', 'finance', 'town_head', 'auditor'],
};
