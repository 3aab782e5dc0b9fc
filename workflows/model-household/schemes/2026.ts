/** The present scheme. It has no approval number, so that nobody can be commended under it yet. */
import type { Scheme } from './scheme.ts';

export const scheme2026: Scheme = {
  id: 'jiajia-2026',
  title: { zh: '“家佳示范户”推荐（2026—2027年度）', en: 'Model households 2026–2027' },
  approvalDocument: null,
  openFrom: '2026-01-01',
  openUntil: '2027-12-31',
  places: { village: 3, town: 20, district: 3 },
  noticeDays: { village: 5, town: 5 },
  points: { harmony: 20, upbringing: 20, elders: 20, neighbours: 20, honesty: 10, opinion: 10 },
  passMark: 70,
  ties: ['opinion', 'elders'],
  titleYears: 2,
};
