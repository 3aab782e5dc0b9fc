/** The levels and dimensions of checks in words for people. */
import type { Text } from '../../kit/words.ts';
import type { Dimension, Level } from './rule.ts';

export const levels: Readonly<Record<Level, Text>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  information: { zh: '提示', en: 'Information' },
  monitoring: { zh: '监控', en: 'Monitoring' },
};

export const dimensions: Readonly<Record<Dimension, Text>> = {
  complete: { zh: '完整性', en: 'Completeness' },
  format: { zh: '规范性', en: 'Format' },
  logic: { zh: '逻辑性', en: 'Logic' },
  duplicate: { zh: '重复', en: 'Duplicates' },
  cross: { zh: '一致性', en: 'Agreement' },
  timely: { zh: '及时性', en: 'Timeliness' },
  process: { zh: '过程', en: 'Process' },
  mean: { zh: '均数', en: 'Mean' },
};
