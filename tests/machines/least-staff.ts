/**
 * The least staff with which no case of a process ever gets stuck for want of somebody who may act, nobody holding two posts.
 * The search shows that each line is enough, and that one person fewer in any post is not.
 */
import type { Staff } from './staffing.ts';

export const leastStaff: Readonly<Record<string, Staff>> = {
  'verification-cycle': { town_clerk: 1, town_head: 1 },
  'verification-batch': { village_clerk: 1, town_clerk: 1, reviewer: 1, town_head: 1 },
  'record-verification': { village_clerk: 1, town_clerk: 1, reviewer: 2, town_head: 1, privacy_officer: 1 },
  'model-household': { village_clerk: 1, town_clerk: 2, reviewer: 3, town_head: 1, district_officer: 1 },
  'benefit-claim': { village_clerk: 1, town_clerk: 2, reviewer: 3, finance: 1, town_head: 1, district_officer: 1 },
  'budget-line': { finance: 1, town_head: 1, district_officer: 1 },
  'annual-review': { village_clerk: 1, town_clerk: 1, reviewer: 1, district_officer: 1 },
  'childcare-assistance': { village_clerk: 1, town_clerk: 1 },
  'programme-version': { town_clerk: 1, reviewer: 1, town_head: 1 },
  'public-notice': { village_clerk: 1, town_clerk: 2 },
  'payment-batch': { finance: 2, town_head: 1 },
};
