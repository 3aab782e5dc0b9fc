/** The month's report: what was verified, village by village, how far the sample bears it out, and who signs it. */
import type { Report } from '../kit/report.ts';
import type { Case, OtherCase, State, TallyQuery } from '../kit/words.ts';
import { indicators } from '../office/monitoring/indicators.ts';

const ITEMS = 'record-verification';
const BATCHES = 'verification-batch';

/** How each record stands in the report; together they are all states of a record. */
export const STANDS = {
  consistent: ['consistent'],
  corrected: ['changeProposed', 'keyFieldReview', 'corrected', 'applied'],
  unable: ['unable', 'caseCheck', 'headRuling', 'unresolved'],
  pending: ['pending', 'carriedOver'],
  gone: ['handedOver', 'left'],
} as const satisfies Record<string, readonly State[]>;
const VERIFIED: State[] = [...STANDS.consistent, ...STANDS.corrected, ...STANDS.unable];
/** Not those handed over to another village, which stand there, nor those gone from the register. */
const LISTED: State[] = [...VERIFIED, ...STANDS.pending];

const records = (states?: readonly State[], more: Readonly<Record<string, string>> = {}) => ({ id }: Case): TallyQuery => ({ ask: 'tally', workflow: ITEMS, where: { cycle: id, ...more }, ...(states && { states }) });
const batches = (states?: readonly State[]) => ({ id }: Case): TallyQuery => ({ ask: 'tally', workflow: BATCHES, parent: id, ...(states && { states }) });

type Sample = { readonly seed: number; readonly sampled: number; readonly errors: number };
const sampleOf = ({ data }: OtherCase): Sample | null => (data['sample'] ?? null) as Sample | null;
const saidOf = (indicator: string) => ({ data }: OtherCase): string | null => {
  const said = (data['explanations'] as Readonly<Record<string, unknown>> | undefined)?.[indicator];
  return typeof said === 'string' ? said : null;
};
const monitored = (indicator: string, hits: string) => ({ label: indicators.find(({ id }) => id === indicator)?.title ?? { zh: indicator, en: indicator }, hits, of: 'verified', said: saidOf(indicator) });

const monthIn = (month: string): { zh: string; en: string } => {
  const [year = '', number = ''] = month.split('-');
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return { zh: `${year}年${Number(number)}月`, en: `${name} ${year}` };
};

export const report: Report = {
  title: { zh: '信息月度核实情况报告', en: 'Report on the month’s verification' },
  about: ({ data }) => monthIn(String(data['month'])),
  covers: (one) => [records()(one), batches()(one)],
  children: BATCHES,
  figures: {
    listed: { label: { zh: '应核', en: 'To verify' }, counts: records(LISTED) },
    verified: { label: { zh: '已核实', en: 'Verified' }, counts: records(VERIFIED) },
    consistent: { label: { zh: '核实一致', en: 'Agree' }, counts: records(STANDS.consistent) },
    corrected: { label: { zh: '更正', en: 'Corrected' }, counts: records(STANDS.corrected) },
    unable: { label: { zh: '无法核实', en: 'Not verifiable' }, counts: records(STANDS.unable) },
    pending: { label: { zh: '未核实', en: 'Not verified' }, counts: records(STANDS.pending) },
    gone: { label: { zh: '移交或离册', en: 'Handed over or gone' }, counts: records(STANDS.gone) },
    visited: { label: { zh: '入户核实', en: 'By visit' }, counts: records(VERIFIED, { method: 'visit' }) },
    batches: { label: { zh: '村居批次', en: 'Villages' }, counts: batches() },
    passed: { label: { zh: '审核通过', en: 'Passed' }, counts: batches(['passed', 'closed']) },
    waived: { label: { zh: '免于审核', en: 'Waived' }, counts: batches(['waived']) },
  },
  sums: [{ all: 'listed', parts: ['verified', 'pending'] }, { all: 'verified', parts: ['consistent', 'corrected', 'unable'] }],
  shares: { done: { label: { zh: '核实率', en: 'Verified, %' }, hits: 'verified', of: 'listed' }, changed: { label: { zh: '更正率', en: 'Corrected, %' }, hits: 'corrected', of: 'verified' } },
  kept: {
    seed: { label: { zh: '抽样种子', en: 'Seed' }, of: (one) => sampleOf(one)?.seed ?? null },
    sampled: { label: { zh: '抽查条数', en: 'Sampled' }, of: (one) => sampleOf(one)?.sampled ?? null, adds: 'things' },
    wrong: { label: { zh: '有差错', en: 'With errors' }, of: (one) => sampleOf(one)?.errors ?? null, adds: 'people' },
  },
  accuracy: { name: 'accuracy', wrong: 'wrong', of: 'sampled' },
  monitored: { corrected: monitored('corrected', 'corrected'), unable: monitored('unable', 'unable'), visited: monitored('visited', 'visited') },
  parts: [
    { kind: 'text', title: { zh: '总体情况', en: 'The month as a whole' }, says: [
      { zh: '本月{batches}个村居应核登记信息{listed}条，已核实{verified}条，核实率{done}。其中核实一致{consistent}条，更正{corrected}条，无法核实{unable}条；未核实{pending}条。另有{gone}条因迁居移交其他村居，或因死亡、迁出离册。', en: 'In {batches} villages {listed} records were to be verified; {verified} were, {done} of them all. {consistent} agree, {corrected} were corrected, {unable} could not be verified; {pending} were not verified. {gone} more were handed over with people who moved within the town, or left the register with those who died or moved away.' },
      { zh: '审核通过{passed}个村居，经批准免于本期审核{waived}个。镇级抽查{sampled}条，有差错{wrong}条，准确率{accuracy}。', en: '{passed} villages passed, {waived} were waived by the head. The town sampled {sampled} records and found errors in {wrong}: {accuracy} are in order.' },
    ] },
    { kind: 'bars', title: { zh: '各村居核实结果', en: 'Results by village' }, figures: ['consistent', 'corrected', 'unable', 'pending'] },
    { kind: 'table', title: { zh: '各村居核实情况', en: 'Villages' }, columns: [{ figure: 'listed' }, { figure: 'consistent' }, { figure: 'corrected' }, { figure: 'unable' }, { figure: 'pending' }, { share: 'done' }, { share: 'changed' }] },
    { kind: 'table', title: { zh: '镇级抽查', en: 'The town’s sample' }, columns: [{ kept: 'seed' }, { kept: 'sampled' }, { kept: 'wrong' }] },
    { kind: 'text', title: { zh: '均数监控', en: 'Mean monitoring' }, says: [
      { zh: '与全镇比较，{flagged}个村居的比例偏离较大，其中{explained}个已核查说明。入户核实{visited}条。', en: 'Beside the town, shares of {flagged} villages lie far off; {explained} of them were checked and explained. {visited} records were verified by visit.' },
    ] },
    { kind: 'monitoring', title: { zh: '偏离较大的村居', en: 'Villages that lie far off' } },
    { kind: 'written', title: { zh: '镇经办报告', en: 'What the town clerk reports' }, step: 'running.report', field: 'findings' },
    { kind: 'written', title: { zh: '签批意见', en: 'Opinion of the head' }, step: 'ready.close', field: 'opinion' },
  ],
  signatures: [{ step: 'running.report', label: { zh: '报告人', en: 'Reported by' } }, { step: 'ready.close', label: { zh: '签批人', en: 'Signed by' } }],
};
