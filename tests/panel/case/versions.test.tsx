/** Any two versions of a programme side by side on the page of one of them. */
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BesideVersion } from '../../../admin/case/BesideVersion.tsx';
import type { CaseRecord } from '../../../admin/provider/records.ts';
import type { Lang } from '../../../workflows/kit/words.ts';
import { programmeVersion } from '../../../workflows/programme-version/index.ts';
import { asFirst } from '../../../workflows/programme-version/version.ts';
import { rows, show, type Answers } from '../support.tsx';

const held = asFirst({ programme: 'special-support' })['held'] as object;
const version = (id: string, number: number, effectiveFrom: string, terms: object, over: object = held) => ({
  id, workflow: 'programme-version', workflowVersion: 1, parent: null, subject: null, state: 'approval', unit: '999901101', version: 2, openedBy: 'town1', openedAt: '2026-11-20T02:00:00.000Z', dueAt: null, offers: [], blocked: [],
  data: { programme: 'special-support', number, effectiveFrom, documentNo: `${id}号`, terms, held: over },
}) as unknown as CaseRecord;

const shares = [{ tier: 'district', percent: 50 }, { tier: 'town', percent: 50 }];
const second = version('v2', 2, '2027-01-01', { cap: 132_000, shares, parts: ['certificate'] });
const third = version('v3', 3, '2028-01-01', { cap: 144_000 }, { ...held, cap: 132_000, shares });
const again = version('v4', 3, '2028-01-01', { cap: 132_000, shares, parts: ['certificate'] });

const showBeside = (one: CaseRecord, { at = '/', lang = 'zh', answers }: { at?: string; lang?: Lang; answers?: Answers } = {}) =>
  show(<BesideVersion workflow={programmeVersion} one={one} />, answers ?? (({ path }) => (path === 'programme-version' ? rows('programme-version', [again, third, second]) : undefined)), { at, lang });

const cells = (table: HTMLElement) => within(table).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
const choose = async (label: string | RegExp) => {
  const option = await screen.findByRole<HTMLOptionElement>('option', { name: label });
  fireEvent.change(screen.getByRole('combobox', { name: '对照的版本' }), { target: { value: option.value } });
};

test('two versions neither of which holds are laid side by side, the earlier first, in the words of the form', async () => {
  const { calls } = showBeside(second);
  await choose('第3版，2028年1月1日起，待领导批准：v3号');
  const table = cells(await screen.findByRole('table', { name: '与其他版本对照' }));
  expect(table[0]).toEqual(['项目', '第2版（v2号）', '第3版（v3号）']);
  expect(table).toContainEqual(['每件最高金额', '1,320.00 元', '1,440.00 元']);
  expect(table.flat()).not.toContain('资金分担');
  expect(calls.find(({ path }) => path === 'programme-version')?.query.get('filter')).toBe('{"programme":"special-support"}');
});

test('the same pair reads the same from the later one’s page, and by its address', async () => {
  showBeside(third, { at: '/?beside=v2', lang: 'en' });
  const table = cells(await screen.findByRole('table', { name: 'Beside another version' }));
  expect(table[0]).toEqual(['Field', 'Version 2 (v2号)', 'Version 3 (v3号)']);
  expect(table).toContainEqual(['Most that a claim brings', 'CNY 1,320.00', 'CNY 1,440.00']);
});

test('the programme as it first was is one of them, and what is the same is folded away', async () => {
  showBeside(second);
  await choose(/第1版.*最初规定/);
  const table = cells(await screen.findByRole('table'));
  expect(table[0]).toEqual(['项目', '第1版（最初规定）', '第2版（v2号）']);
  expect(table.map(([label]) => label)).toContain('资金分担');
  const same = screen.getByRole('button', { name: /显示相同的/ });
  expect([same.getAttribute('aria-expanded'), screen.queryByText('申请截止日')?.closest('dl')?.hidden]).toEqual(['false', true]);
  fireEvent.click(same);
  expect([same.getAttribute('aria-expanded'), screen.getByText('申请截止日').closest('dl')?.hidden]).toEqual(['true', false]);
});

test('says so where nothing differs', async () => {
  showBeside(second);
  await choose('第3版，2028年1月1日起，待领导批准：v4号');
  expect(await screen.findByText('两个版本的内容没有不同。')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

test('a list that cannot be read can be asked for again', async () => {
  showBeside(second, { answers: ({ path }) => (path === 'programme-version' ? { status: 500, json: {} } : undefined) });
  expect(await screen.findByRole('button', { name: /重试|再试/ })).toBeDefined();
});
