/** All stories, each chapter in an office of its own. */
import { absenceStories } from './absences.ts';
import { MONDAY } from './cast.ts';
import { claimStories } from './claims.ts';
import { noticeStories } from './notices.ts';
import { paymentStories } from './payments.ts';
import { nominationStories, pastStories } from './nominations.ts';
import type { Chapter } from './tell.ts';
import { verificationStories } from './verification.ts';

export const chapters: readonly Chapter[] = [
  { title: 'claims', at: MONDAY, stories: claimStories },
  { title: 'payments and notices', at: MONDAY, stories: [...paymentStories, ...noticeStories] },
  { title: 'nominations', at: MONDAY, stories: nominationStories },
  { title: 'nominations of 2024', at: '2024-03-04T01:00:00.000Z', stories: pastStories },
  { title: 'absences', at: MONDAY, stories: absenceStories },
  { title: 'verification', at: '2026-11-02T01:00:00.000Z', stories: verificationStories },
];
