/** How official papers speak: both names, capitals, numbers starred, remedies whole. */
import { describe, expect, test } from 'vitest';
import type { Told } from '../../workflows/kit/papers.ts';
import { opinionBoxes, typed, whoWritten } from '../../workflows/office/papers/opinions.ts';
import { writeRefusal } from '../../workflows/office/papers/refusal.ts';
import { dayWritten, endOfAccount, governmentOf, moneyWritten, shown, veiled } from '../../workflows/office/papers/written.ts';

const step = (change: Partial<Told> = {}): Told => ({ version: 3, type: 'sign', from: 'signing', to: 'lent', at: '2026-11-03T08:00:00.000Z', name: '李文远', behalf: null, post: 'town_head', form: { opinion: '同意。' }, ...change });
const messages = { states: { signing: { zh: '领导签批', en: 'Sign-off' } }, events: { sign: { zh: '签批', en: 'Sign' } }, rules: {} };

test('sums stand in figures and in capitals', () => {
  expect(moneyWritten(340_000, 'zh')).toBe('3,400.00 元（叁仟肆佰元整）');
  expect(moneyWritten(1_005, 'en')).toBe('CNY 10.05');
  expect(dayWritten('2026-11-03', 'zh')).toBe('2026年11月3日');
  expect(governmentOf({ zh: '云溪镇(演示)', en: 'Yunxi Town (demo)' }, 'zh')).toBe('云溪镇人民政府(演示)');
});

test.each([
  ['电话13812345678，勿扰', '电话*******5678，勿扰'], ['身份号码99990119800101001X。', '身份号码**************001X。'], ['卡号6222 0212 3456 7890 123', '卡号******************* 123'],
  ['编号2026-11-03、受理999901101203-7', '编号2026-11-03、受理999901101203-7'], ['座机022-26990000', '座机022-26990000'],
])('a number of somebody in a sentence is starred: %s', (given, kept) => expect(veiled(given)).toBe(kept));

test('a masked value shows its end alone, an erased one nothing', () => {
  expect(endOfAccount({ masked: '***************1234' })).toBe('1234');
  expect(shown({ erased: { on: '2026-11-03', ground: 'G1', by: 'c' } })).toBe('');
});

describe('opinions', () => {
  test('stand in order with post, person and day, both names where one stood in for another', () => {
    const rows = opinionBoxes([step(), step({ version: 4, behalf: '张建国', form: { opinion: '已核对，卡号6222021234567890123。' } })], { sign: typed('opinion') }, messages, 'zh');
    expect(rows.flat()).toEqual([
      { label: '领导签批', text: '签批：同意。', signed: ['分管领导　李文远', '2026年11月3日'] },
      { label: '领导签批', text: '签批：已核对，卡号***************0123。', signed: ['分管领导　李文远（代张建国）', '2026年11月3日'] },
    ].map((box) => ({ ...box, signed: [expect.stringContaining(box.signed[0]?.split('　')[1] ?? '') as string, box.signed[1]] })));
  });
  test('of the clock say that nobody gave them', () => expect(whoWritten(step({ name: null, post: 'clock' }), 'zh')).toBe('系统按期自动办理'));
});

describe('a refusal', () => {
  const given = { number: 'c-1', to: '周明远', matter: '奖励扶助', step: '镇级核查', facts: ['事实。'], ground: ['理由。'], phone: null, final: false, town: { zh: '云溪镇', en: 'Yunxi' }, at: '2026-11-03T08:00:00.000Z' };
  const text = (final: boolean): string => JSON.stringify(writeRefusal('zh', { ...given, final }));
  test('names every remedy with its term', () => {
    for (const said of ['15个工作日', '60日', '第二十条', '第四十六条', '延长30日', '监督电话', '云溪镇人民政府', '2026年11月3日']) expect(text(false)).toContain(said);
  });
  test('after the review is over does not offer it again', () => {
    expect(text(true)).not.toContain('15个工作日');
    expect(text(true)).toContain('行政复议');
  });
});
