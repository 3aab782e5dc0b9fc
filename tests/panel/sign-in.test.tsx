/** Signing in, and being told why it did not work. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SignInPage } from '../../admin/sign-in/SignInPage.tsx';
import { show, type Answers, type Reply } from './support.tsx';

const door = (reply: Reply): Answers => ({ method, path }) => (method === 'POST' && path === 'session' ? reply : undefined);
const signIn = async (username: string, password: string) => {
  fireEvent.change(await screen.findByLabelText(/用户名/), { target: { value: username } });
  fireEvent.change(screen.getByLabelText(/^密码/), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
};

describe('the door', () => {
  test('sends name and password once', async () => {
    const { calls } = show(<SignInPage />, door({ json: { user: { id: 'town1', name: '王镇办', posts: [] } } }));
    await signIn(' town1 ', 'demo-2026');
    await waitFor(() => expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ username: 'town1', password: 'demo-2026' }]));
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test('says that name or password is wrong, not which', async () => {
    show(<SignInPage />, door({ status: 401, json: { reason: 'wrong' } }));
    await signIn('town1', 'nonsense');
    expect((await screen.findByText('用户名或密码不正确，请重试。')).closest('[role=alert]')).not.toBeNull();
  });

  test('says how long an account stays locked', async () => {
    show(<SignInPage />, door({ status: 429, json: { reason: 'locked' }, headers: { 'Retry-After': '840' } }));
    await signIn('town1', 'nonsense');
    expect(await screen.findByText(/请约 14 分钟后再试/)).toBeDefined();
  });

  test('asks for what is missing without asking the server', async () => {
    const { calls } = show(<SignInPage />, door({ json: {} }));
    await signIn('', '');
    expect(await screen.findByText('请填写用户名和密码。')).toBeDefined();
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  });

  test('names the demo accounts where the data are made up', async () => {
    show(<SignInPage />, () => undefined);
    expect((await screen.findByRole('complementary', { name: '演示说明' })).textContent).toContain('演示数据');
    expect(screen.getByText(/village01–village18/)).toBeDefined();
  });
});
