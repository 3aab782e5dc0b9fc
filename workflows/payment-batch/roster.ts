/** The lines of a batch as three sides tell of them: the claims, the batch, the bank. */
import type { Roster } from '../kit/exchange.ts';
import { tierName, tiers as inOrder } from '../office/budget.ts';
import { causeLabels } from './bank-file.ts';
import type { Batch } from './batch.ts';

const rank = (tier: string): number => (inOrder as readonly string[]).indexOf(tier);
const fen = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const roster: Roster<Batch> = {
  workflow: 'benefit-claim',
  title: { zh: '批次明细与三方核对', en: 'Lines, held against claims and bank' },
  sides: { other: { zh: '申请', en: 'Claims' }, own: { zh: '批次', en: 'Batch' }, answer: { zh: '银行', en: 'Bank' } },
  lines: ({ data: { listed = [], answered = [] } }) => {
    const answers = new Map(answered.map((one) => [one.claim, one]));
    return listed.map(({ no, claim, fen: sent }) => {
      const answer = answers.get(claim);
      if (!answer) return { no, id: claim, fen: sent, answer: null };
      const paid = answer.outcome === 'paid';
      const failed = answer.cause ? { zh: `失败：${causeLabels[answer.cause].zh}`, en: `Failed: ${causeLabels[answer.cause].en}` } : { zh: '失败', en: 'Failed' };
      return { no, id: claim, fen: sent, answer: { fen: paid ? sent : 0, label: paid ? { zh: '已入账', en: 'Paid' } : failed, tone: paid ? 'good' : 'bad' } };
    });
  },
  saidBy: ({ id }, { data }) => {
    if (data['paidIn'] === id) return fen(data['paidFen']);
    if (data['batch'] === id) return fen(data['amount']);
    return data['failedIn'] === id ? 0 : null;
  },
  parts: ({ data: { tiers = {} } }) => Object.entries(tiers).toSorted(([a], [b]) => rank(a) - rank(b)).map(([tier, sum]) => ({ label: tierName(tier), fen: sum })),
};
