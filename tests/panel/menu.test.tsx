/** The menu is made from the registry, for the posts of whoever looks. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Shell } from '../../admin/layout/Shell.tsx';
import { show, type Answers } from './support.tsx';

const signedInAs = (post: string): Answers => ({ path }) => (path === 'session' ? { json: { user: { id: 'p', name: '甲', posts: [{ post, unit: '999901101' }] } } } : undefined);
const menu = () => screen.findByRole('navigation', { name: '主导航' });

describe('the frame of every page', () => {
  test('leads to a new process without any change of the panel', async () => {
    show(<Shell>页面</Shell>, signedInAs('town_clerk'));
    const link = await within(await menu()).findByRole('link', { name: '水井维修' });
    expect(link.getAttribute('href')).toBe('/well-repair');
    expect(within(await menu()).getByRole('link', { name: '登记对象' })).toBeDefined();
  });

  test('leads to jobs for many cases only those who act on some', async () => {
    show(<Shell>页面</Shell>, signedInAs('auditor'));
    await within(await menu()).findByRole('link', { name: '登记对象' });
    expect(within(await menu()).queryByRole('link', { name: '批量办理' })).toBeNull();
    cleanup();
    show(<Shell>页面</Shell>, signedInAs('town_clerk'));
    expect(await within(await menu()).findByRole('link', { name: '批量办理' })).toBeDefined();
  });

  test('marks the place where one is', async () => {
    show(<Shell>页面</Shell>, signedInAs('town_clerk'), { at: '/well-repair/w1/show' });
    expect((await within(await menu()).findByRole('link', { name: '水井维修' })).getAttribute('aria-current')).toBe('page');
  });

  test('shows the administrator neither cases nor people', async () => {
    show(<Shell>页面</Shell>, signedInAs('admin'));
    await screen.findByText('甲');
    expect(within(await menu()).getAllByRole('link').map((link) => link.textContent)).toEqual(['我的待办', '个人信息保护', '外发消息']);
  });

  test('says that the data are made up, and begins with a way past the menu', async () => {
    show(<Shell>页面</Shell>, signedInAs('town_clerk'));
    expect((await screen.findByRole('complementary', { name: '演示说明' })).textContent).toContain('演示数据');
    const skip = screen.getByRole('link', { name: '跳到正文' });
    skip.click();
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('tells the administrator, and nobody else, of a year whose holidays are not entered', async () => {
    const late: Answers = (asked) => (asked.path === 'settings/public' ? { json: { office: 'empty', clock: 'system', now: '2026-12-01T02:00:00.000Z' } } : signedInAs('admin')(asked));
    show(<Shell>页面</Shell>, late);
    expect((await screen.findByRole('complementary', { name: '工作日历' })).textContent).toContain('2027 年节假日安排尚未录入');
    cleanup();
    show(<Shell>页面</Shell>, (asked) => (asked.path === 'session' ? signedInAs('town_clerk')(asked) : late(asked)));
    await screen.findByText('甲');
    expect(screen.queryByRole('complementary', { name: '工作日历' })).toBeNull();
  });

  test('changes its language, and tells the browser', async () => {
    show(<Shell>页面</Shell>, signedInAs('town_clerk'));
    (await screen.findByRole('button', { name: 'English' })).click();
    expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeDefined();
    await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  });
});
