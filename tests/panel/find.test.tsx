/** Finding a person from any page: as one types, best first, told apart without a number. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { Shell } from '../../admin/layout/Shell.tsx';
import { checkDigit } from '../../workflows/office/citizen-id.ts';
import { rows, show, type Answers, type Call } from './support.tsx';

const zhang = { id: 'r1', name: '张三', unit: '999901101201', code: '999901101201030001', status: 'active', group: 3, birthYear: 1980, headName: '张*' };
const other = { ...zhang, id: 'r2', group: 5, birthYear: null, headName: '李*明', status: 'moved' };
const ID = `99990119800101001${checkDigit('99990119800101001')}`;

const filterOf = ({ body }: Call): Record<string, unknown> => (body as { filter: Record<string, unknown> }).filter;
const office = (search: Answers): Answers => (call) => (call.path === 'residents/search' ? search(call) : undefined);
const two: Answers = () => rows('residents', [zhang, other]);
const Where = () => <p>{`在 ${useLocation().pathname}`}</p>;
const page = <Shell><Routes><Route path="*" element={<Where />} /></Routes></Shell>;

const start = async (search: Answers, lang: 'zh' | 'en' = 'zh') => {
  const shown = show(page, office(search), { lang });
  const button = await screen.findByRole('button', { name: lang === 'zh' ? '查找人员' : 'Find a person' });
  return { ...shown, button };
};
const type = async (words: string) => {
  const box = await screen.findByRole('combobox');
  fireEvent.change(box, { target: { value: words } });
  return box;
};
/** The names of units arrive by themselves. */
const told = async (): Promise<(string | null)[]> => {
  await screen.findAllByText(/^(东湾村|Dongwan Village)$/);
  return screen.getAllByRole('option').map((option) => option.textContent);
};
const searches = (calls: readonly Call[]) => calls.filter(({ path }) => path === 'residents/search');

describe('the search', () => {
  test('opens by its key and by its button, but not while one types', async () => {
    const { button } = await start(two);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(await screen.findByRole('dialog', { name: '查找人员' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const field = document.createElement('input');
    document.body.append(field);
    fireEvent.keyDown(field, { key: '/' });
    field.remove();
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(button);
    expect(await screen.findByRole('combobox')).toBeDefined();
  });

  test('finds once the typing pauses, in a body, best first, and tells people of one name apart', async () => {
    const { calls, button } = await start(two);
    fireEvent.click(button);
    for (const words of ['z', 'zh', 'zhangsan']) await type(words);
    expect(await told()).toEqual(['张三东湾村 · 3组 · 1980年生 · 户主 张*', '张三东湾村 · 5组 · 户主 李*明 · 已迁出']);
    expect(screen.getByText('找到 2 人')).toBeDefined();
    expect(searches(calls).map(({ method, body }) => [method, body])).toEqual([['POST', { filter: { q: 'zhangsan' }, range: [0, 9], sort: ['relevance', 'ASC'] }]]);
  });

  test('goes by the keys to the entry, and never while the input method is at work', async () => {
    const { button } = await start(two);
    fireEvent.click(button);
    const box = await type('张三');
    await screen.findAllByRole('option');
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    expect(screen.queryByText('在 /residents/r1/show')).toBeNull();
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(await screen.findByText('在 /residents/r2/show')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('says when nobody is found, when there are too many, and when it failed', async () => {
    const answers: Answers = (call) => {
      const { q } = filterOf(call);
      if (q === '无') return rows('residents', []);
      return q === '王' ? { ...rows('residents', [zhang], 1001), headers: { 'Content-Range': 'residents 0-0/1001', 'X-Total-Estimated': 'true' } } : { status: 503, json: {} };
    };
    const { button } = await start(answers);
    fireEvent.click(button);
    await type('无');
    expect(await screen.findByText('没有找到符合的人员。')).toBeDefined();
    await type('王');
    expect(await screen.findByText('找到 1 人以上，请再多输入一些')).toBeDefined();
    await type('错');
    expect(await screen.findByText(/系统正忙/)).toBeDefined();
    expect(screen.getByRole('button', { name: '重试' })).toBeDefined();
  });

  test('by ID number says that it is logged, checks the number first, and sends it in a body', async () => {
    const { calls, button } = await start(two);
    fireEvent.click(button);
    fireEvent.click(await screen.findByRole('button', { name: '按身份证号查找' }));
    expect(await screen.findByText(/记入查阅日志/)).toBeDefined();
    const dialog = screen.getByRole('dialog');
    const field = within(dialog).getByRole('textbox', { name: /公民身份号码/ });
    fireEvent.change(field, { target: { value: '999901198001010010' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查找' }));
    expect(await screen.findByText(/校验位不对/)).toBeDefined();
    expect(searches(calls)).toEqual([]);
    fireEvent.change(field, { target: { value: `${ID.slice(0, 6)} ${ID.slice(6)}` } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查找' }));
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    expect(searches(calls).map(filterOf)).toEqual([{ idNumber: ID }]);
  });

  test('speaks English', async () => {
    const { button } = await start(two, 'en');
    fireEvent.click(button);
    await type('zs');
    expect((await told())[0]).toBe('张三Dongwan Village · group 3 · born 1980 · household of 张*');
    expect(screen.getByText('2 people found')).toBeDefined();
  });
});

test('who may not read the register has nobody to find', async () => {
  show(page, ({ path }) => (path === 'session' ? { json: { user: { id: 'admin', name: '甲', posts: [{ post: 'admin', unit: '999901' }] } } } : undefined));
  await screen.findByText('甲');
  expect(screen.queryByRole('button', { name: '查找人员' })).toBeNull();
});
