/** The words of the daily digest, and when it is written. */
import { expect, test } from 'vitest';
import { digestMail, digestText, isDigestTime } from '../../workflows/office/digest.ts';
import type { Digest } from '../../workflows/office/digest.ts';
import { maskMail } from '../../workflows/office/masking.ts';

const claim = { zh: '惠民待遇申请', en: 'Benefit claim' };
const digest: Digest = {
  processes: [{ title: claim, waiting: 6 }, { title: { zh: '月度核实', en: 'Verification' }, waiting: 1 }], overdue: 3, near: 1, returned: 0, urged: 1,
  urgent: [{ id: 'c-1', title: claim, dueAt: '2026-11-18T15:59:59.999Z', overdue: true }, { id: 'c-2', title: claim, dueAt: '2026-11-23T15:59:59.999Z', overdue: false }],
};

test('says how much waits, what is late first, and that more is late than is listed', () => {
  const { subject, words } = digestMail(digest, 'zh', 'https://office.example');
  expect(subject).toBe('【乡镇事务台】待办 7 件，逾期 3 件，快到期 1 件，被催办 1 件');
  expect(words).toContain('已逾期 3 件：\n　惠民待遇申请 c-1，2026-11-18 到期\n　……\n\n快到期 1 件：\n　惠民待遇申请 c-2，2026-11-23 到期\n\n按事项：\n　惠民待遇申请 6 件\n　月度核实 1 件');
  expect(words).toContain('https://office.example');
  expect(digestText(digest, 'zh')).toBe('【乡镇事务台】待办 7 件，逾期 3 件，快到期 1 件，被催办 1 件。请登录办理。');
});

test('says the same in English, and is silent about what there is none of', () => {
  expect(digestMail({ ...digest, overdue: 0, urgent: [], near: 0, urged: 0 }, 'en', null).words.split('\n').slice(0, 4)).toEqual(['7 waiting', '', 'By process:', '  Benefit claim: 6']);
});

test('is written on working days from its hour on, by the office’s clock', () => {
  expect(['2026-11-23T00:00:00.000Z', '2026-11-22T23:59:59.000Z', '2026-11-21T02:00:00.000Z', '2026-11-23T09:00:00.000Z'].map((at) => isDigestTime(at, 8))).toEqual([true, false, false, true]);
});

test('a mail address is masked but for its first letter and its host', () => {
  expect(maskMail('zhang.san@example.cn')).toBe('z***@example.cn');
});
