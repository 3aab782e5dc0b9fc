/** A past scheme with a synthetic approval number, marked so: it carries the demo town's commended households. */
import type { Scheme } from './scheme.ts';

export const scheme2024: Scheme = {
  id: 'jiajia-2024',
  title: { zh: '“家佳示范户”评选（2024年度，合成）', en: 'Model households 2024 (synthetic)' },
  approvalDocument: '示例表〔2024〕1号(合成)',
  openFrom: '2024-01-01',
  openUntil: '2024-12-31',
  places: { village: 3, town: 20, district: 3 },
  noticeDays: { village: 5, town: 5 },
  points: { harmony: 20, upbringing: 20, elders: 20, neighbours: 20, honesty: 10, opinion: 10 },
  passMark: 70,
  ties: ['opinion', 'elders'],
  titleYears: 3,
};
