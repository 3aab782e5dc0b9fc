/** The bank's files in one place: the columns that go out, the words that come back, and how the two are held against each other. */
import type { Exchange, Finding, Read, Settlement } from '../kit/exchange.ts';
import type { Data, OtherCase, Text } from '../kit/words.ts';
import { parseYuan, plainYuan } from '../office/money.ts';
import type { Batch, Fields } from './batch.ts';

/** A line as it is sent; `claim` is its name at the bank too. */
export type Line = { readonly no: number; readonly claim: string; readonly fen: number };
export const causes = ['accountClosed', 'nameDiffers', 'numberWrong', 'other'] as const;
export type Cause = (typeof causes)[number];
/** A line as the bank gives it back. `unclear`: its words are none that we know. */
export type Returned = { readonly claim: string; readonly fen: number; readonly outcome: 'paid' | 'failed' | 'unclear'; readonly cause?: Cause | undefined };
export type Settled = { readonly no: number; readonly claim: string; readonly fen: number; readonly outcome: 'paid' | 'failed'; readonly cause?: Cause };

const TOTAL = '合计';
const yuan = (fen: number): string => plainYuan(fen).replaceAll(',', '');
type Payee = { readonly line: Line; readonly data: Data; readonly title: string };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** In this order. The bank sends the same columns back, with its two behind them. */
const columns: readonly (readonly [name: string, of: (payee: Payee) => string])[] = [
  ['序号', ({ line }) => String(line.no)],
  ['业务编号', ({ line }) => line.claim],
  ['户名', ({ data }) => text(data['accountHolder'])],
  ['账号', ({ data }) => text(data['accountNo'])],
  ['开户行', ({ data }) => text(data['bankName'])],
  ['金额(元)', ({ line }) => yuan(line.fen)],
  ['附言', ({ title }) => title],
];
const [REF, AMOUNT, RESULT, CAUSE] = ['业务编号', '金额(元)', '处理结果', '失败原因'];
const RESULTS: readonly (readonly [RegExp, Returned['outcome']])[] = [[/^(?:成功|已入账|交易成功)$/, 'paid'], [/^(?:失败|退回|已退回|交易失败)$/, 'failed']];
const CAUSES: readonly (readonly [RegExp, Cause])[] = [[/销户|注销|冻结|挂失/, 'accountClosed'], [/户名|姓名/, 'nameDiffers'], [/账号|账户不存在|卡号/, 'numberWrong']];

const causeOf = (said: string): Cause => CAUSES.find(([words]) => words.test(said))?.[1] ?? 'other';
const clean = (cell: string | undefined): string => (cell ?? '').replace(/[（]/g, '(').replace(/[）]/g, ')').trim();
const fail = (zh: string, en: string): Read => ({ ok: false, why: { zh, en } });

const lineFrom = (cells: readonly string[], at: ReadonlyMap<string, number>): Returned | null => {
  const cell = (name: string): string => clean(cells[at.get(name) ?? -1]);
  const fen = parseYuan(cell(AMOUNT));
  if (cell(REF) === '' || fen === null) return null;
  const outcome = RESULTS.find(([words]) => words.test(cell(RESULT)))?.[1] ?? 'unclear';
  return { claim: cell(REF).slice(0, 64), fen, outcome, ...(outcome === 'failed' && { cause: causeOf(cell(CAUSE)) }) };
};

/** The total row has the number of lines beside its word, and the sum under the amounts. */
const agrees = (cells: readonly string[], at: ReadonlyMap<string, number>, lines: readonly Returned[]): boolean =>
  Number(clean(cells[1])) === lines.length && parseYuan(clean(cells[at.get(AMOUNT) ?? -1])) === lines.reduce((sum, { fen }) => sum + fen, 0);

const read = (rows: readonly (readonly string[])[]): Read => {
  const head = rows.findIndex((cells) => [REF, AMOUNT, RESULT].every((name) => cells.map(clean).includes(name)));
  if (head < 0) return fail(`没有找到表头：需要“${REF}”“${AMOUNT}”“${RESULT}”三列`, `No header found: the columns ${REF}, ${AMOUNT} and ${RESULT} are needed`);
  const at = new Map((rows[head] ?? []).map((name, i) => [clean(name), i]));
  const lines: Returned[] = [];
  for (const [n, cells] of rows.entries()) {
    if (n <= head || cells.every((cell) => cell.trim() === '')) continue;
    if (clean(cells[0]) === TOTAL) return agrees(cells, at, lines) ? { ok: true, lines } : fail('合计行与各行笔数或金额不一致，文件可能不完整，请向银行重新索取', 'The total row does not agree with the lines: the file may be incomplete, please ask the bank for it again');
    const line = lineFrom(cells, at);
    if (!line) return fail(`第${n + 1}行缺少业务编号或金额不是数字，请向银行核实`, `Row ${n + 1} has no reference or no readable amount: please ask the bank`);
    lines.push(line);
  }
  return lines.length > 0 ? { ok: true, lines } : fail('文件中没有明细行', 'There are no lines in the file');
};

export type Found = 'paid' | 'failed' | 'missing' | 'doubled' | 'unknown' | 'differs' | 'unclear';
const LABELS: Readonly<Record<Found, Text>> = {
  paid: { zh: '已入账', en: 'Paid' }, failed: { zh: '失败', en: 'Failed' }, missing: { zh: '回盘缺失', en: 'Missing' }, doubled: { zh: '重复', en: 'Doubled' },
  unknown: { zh: '不在本批次', en: 'Not of this batch' }, differs: { zh: '金额不符', en: 'Amount differs' }, unclear: { zh: '结果不明', en: 'Result unclear' },
};
export const causeLabels: Readonly<Record<Cause, Text>> = {
  accountClosed: { zh: '账户已销户或冻结', en: 'Account closed or frozen' }, nameDiffers: { zh: '户名不符', en: 'Name differs' }, numberWrong: { zh: '账号有误', en: 'Number wrong' }, other: { zh: '其他', en: 'Other' },
};
export const decisions: Readonly<Record<'paid' | 'failed' | 'notOurs', Text>> = {
  paid: { zh: '银行书面确认：足额到账一次', en: 'Paid once and in full, the bank confirms' },
  failed: { zh: '银行书面确认：未到账或已全部退回', en: 'Nothing reached the account, the bank confirms' },
  notOurs: { zh: '非本批次，已告知银行', en: 'None of ours: the bank was told' },
};

type Compared = Line & { readonly found: Found; readonly hits: readonly Returned[] };
const foundOf = ({ fen }: Line, hits: readonly Returned[]): Found => {
  const [hit] = hits;
  if (!hit) return 'missing';
  if (hits.length > 1) return 'doubled';
  return hit.fen === fen ? hit.outcome : 'differs';
};

/** Every line that was sent, and every line that came back without having been sent. */
export const compare = (listed: readonly Line[], lines: readonly Returned[]): { readonly sent: readonly Compared[]; readonly unknown: readonly Returned[] } => {
  const byClaim = Map.groupBy(lines, ({ claim }) => claim);
  const known = new Set(listed.map(({ claim }) => claim));
  return {
    sent: listed.map((line) => { const hits = byClaim.get(line.claim) ?? []; return { ...line, hits, found: foundOf(line, hits) }; }),
    unknown: lines.filter(({ claim }) => !known.has(claim)),
  };
};

/** What is booked of each line that was sent; null while a line is neither told by the file nor settled. Fewer than were sent is never an answer. */
export const settle = (listed: readonly Line[], lines: readonly Returned[], settlements: NonNullable<Fields['settlements']>): readonly Settled[] | null => {
  const { sent, unknown } = compare(listed, lines);
  const decided = new Map(settlements.map((one) => [one.ref, one.decision]));
  const open = sent.filter(({ found }) => found !== 'paid' && found !== 'failed');
  const fit = (ref: string, allowed: readonly string[]): boolean => allowed.includes(decided.get(ref) ?? '');
  const wanted = new Set([...open.map(({ claim }) => claim), ...unknown.map(({ claim }) => claim)]);
  if (!open.every(({ claim }) => fit(claim, ['paid', 'failed'])) || !unknown.every(({ claim }) => fit(claim, ['notOurs']))) return null;
  if (decided.size < settlements.length || [...decided.keys()].some((ref) => !wanted.has(ref))) return null;
  return sent.map(({ no, claim, fen, found, hits }): Settled => {
    const paid = found === 'paid' || decided.get(claim) === 'paid';
    return paid ? { no, claim, fen, outcome: 'paid' } : { no, claim, fen, outcome: 'failed', cause: hits[0]?.cause ?? 'other' };
  });
};

const choice = (...values: (keyof typeof decisions)[]) => values.map((value) => ({ value, label: decisions[value] }));
const detailOf = ({ found, fen, hits }: Compared): Text | undefined => {
  const [hit] = hits;
  if (found === 'failed' && hit?.cause) return causeLabels[hit.cause];
  if (found === 'doubled') return { zh: `出现${hits.length}次：${hits.map((one) => `${plainYuan(one.fen)} ${LABELS[one.outcome].zh}`).join('、')}`, en: `${hits.length} times: ${hits.map((one) => `${plainYuan(one.fen)} ${LABELS[one.outcome].en}`).join(', ')}` };
  return found === 'differs' && hit ? { zh: `送出${plainYuan(fen)}，回盘${plainYuan(hit.fen)}`, en: `Sent ${plainYuan(fen)}, came back ${plainYuan(hit.fen)}` } : undefined;
};

const findings = (listed: readonly Line[], lines: readonly Returned[]): Finding[] => {
  const { sent, unknown } = compare(listed, lines);
  return [
    ...sent.map((one): Finding => {
      const told = one.found === 'paid' || one.found === 'failed';
      const detail = detailOf(one);
      return { ref: one.claim, no: one.no, fen: one.fen, found: one.found, label: LABELS[one.found], tone: one.found === 'paid' ? 'good' : 'bad', ...(detail && { detail }), decisions: told ? [] : choice('paid', 'failed') };
    }),
    ...[...Map.groupBy(unknown, ({ claim }) => claim)].map(([claim, hits]): Finding =>
      ({ ref: claim, no: null, fen: hits.reduce((sum, { fen }) => sum + fen, 0), found: 'unknown', label: LABELS.unknown, tone: 'bad', decisions: choice('notOurs') })),
  ];
};

export const exchange: Exchange<Batch> = {
  out: {
    event: 'sendToBank', hash: 'fileHash',
    title: { zh: '银行代发文件', en: 'File for the bank' },
    of: ({ data }) => ({ workflow: 'benefit-claim', ids: (data.listed ?? []).map(({ claim }) => claim) }),
    fields: ['accountHolder', 'accountNo', 'bankName'],
    name: ({ id }) => `bank-${id}`,
    table: ({ data }, others: ReadonlyMap<string, OtherCase>) => {
      const listed = data.listed ?? [];
      const rows = listed.map((line) => { const payee: Payee = { line, data: others.get(line.claim)?.data ?? {}, title: data.title }; return columns.map(([, of]) => of(payee)); });
      const sum = listed.reduce((all, { fen }) => all + fen, 0);
      return { header: columns.map(([name]) => name), rows: [...rows, columns.map(([name], i) => (i === 0 ? TOTAL : i === 1 ? String(listed.length) : name === AMOUNT ? yuan(sum) : ''))] };
    },
  },
  back: {
    event: 'recordReturn', hash: 'fileHash',
    title: { zh: '银行回盘文件', en: 'Return file of the bank' },
    fills: ['lines', 'settlements'],
    read,
    findings: ({ data }, lines) => findings(data.listed ?? [], lines as readonly Returned[]),
    form: (lines, settlements: readonly Settlement[]) => ({ lines, ...(settlements.length > 0 && { settlements }) }),
  },
};
