/** Files in the panel: chosen, on their way, refused and tried again, removed, kept with the draft, shown with the case. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { EventForm } from '../../admin/case/EventForm.tsx';
import type { Keeping } from '../../admin/case/kept.ts';
import { Sheet } from '../../admin/case/Value.tsx';
import type { Send } from '../../admin/case/use-case-form.ts';
import { FilesOf } from '../../admin/files/use-files.ts';
import { fieldsOf, form } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { attachment } from '../../workflows/office/fields.ts';
import { plots } from './case/plots.ts';
import { show } from './case/small-office.tsx';
import type { Answers } from './support.tsx';

const ID = 'f00000000000000000000000a';
const OTHER = 'f00000000000000000000000b';
const fileOf = (id: string, name: string, type = 'image/jpeg') => ({ id, name, type, bytes: 1_234_567, thumbnail: type === 'image/jpeg' });
const photos = form({ photos: attachment({ zh: '照片', en: 'Pictures' }, { kinds: ['picture'], max: 2 }), note: z.string().meta({ label: { zh: '备注', en: 'Note' } }) });
const workflow: Workflow = { ...plots, forms: { ...plots.forms, submit: photos } };

const choose = (...files: File[]) => fireEvent.change(screen.getByLabelText('照片：选择文件', { selector: 'input' }), { target: { files } });
const jpeg = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const fill = () => fireEvent.change(screen.getByLabelText(/备注/), { target: { value: '好' } });

const openForm = (answers: Answers, keeping?: Keeping) => {
  const send = vi.fn<Send>(() => Promise.resolve({ kind: 'sent' }));
  const { calls } = show(<EventForm workflow={workflow} event="submit" unit="v1" send={send} cancel={() => undefined} {...(keeping && { keeping })} />, answers);
  return { send, calls };
};

test('a file is brought when it is chosen, and the form names its id', async () => {
  const { send } = openForm(({ method, path }) => (method === 'POST' && path === 'files' ? { status: 201, json: fileOf(ID, '公示.jpg') } : undefined));
  fill();
  choose(jpeg('公示.jpg'));
  await screen.findByText(/已上传 · 1.2 MB/);
  press(/确认“/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ photos: [ID], note: '好' }));
});

test('a file that was refused says why at its place, keeps the form back, and goes when it is tried again', async () => {
  let tries = 0;
  const { send } = openForm(({ method, path }) => {
    if (method !== 'POST' || path !== 'files') return undefined;
    tries += 1;
    return tries === 1 ? { status: 507, json: { reason: 'refused', errors: { file: '存储空间已满' } } } : { status: 201, json: fileOf(ID, '公示.jpg') };
  });
  fill();
  choose(jpeg('公示.jpg'));
  await screen.findByText('存储空间已满');
  press(/确认“/);
  // At the field and in the summary.
  await waitFor(() => expect(screen.getAllByText(/文件还没有传完/)).toHaveLength(2));
  expect(send).not.toHaveBeenCalled();
  press('重新上传 公示.jpg');
  await screen.findByText(/已上传 ·/);
  press(/确认“/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ photos: [ID], note: '好' }));
});

test('a file refused for what it is need not be tried again', async () => {
  openForm(({ method, path }) => (method === 'POST' && path === 'files' ? { status: 422, json: { reason: 'refused', errors: { file: '文件内容不是这些格式' } } } : undefined));
  choose(jpeg('页面.jpg'));
  await screen.findByText('文件内容不是这些格式');
  expect(screen.queryByRole('button', { name: /重新上传/ })).toBeNull();
  press('移除 页面.jpg');
  await waitFor(() => expect(screen.queryByText('文件内容不是这些格式')).toBeNull());
});

test('more than may stand there are not brought; what is removed is taken back', async () => {
  const names = [ID, OTHER];
  const { calls, send } = openForm(({ method, path }) => (method === 'POST' && path === 'files' ? { status: 201, json: fileOf(names.shift() ?? '', '一.jpg') } : undefined));
  fill();
  choose(jpeg('一.jpg'), jpeg('二.jpg'), jpeg('三.jpg'));
  await waitFor(() => expect(screen.getAllByText(/已上传 ·/)).toHaveLength(2));
  await screen.findByText(/最多 2 个文件，多选的没有上传/);
  expect(screen.queryByRole('button', { name: '照片：选择文件' })).toBeNull();
  fireEvent.click(screen.getAllByRole('button', { name: '移除 一.jpg' })[0] as HTMLElement);
  await waitFor(() => expect(calls.filter(({ method, path }) => method === 'DELETE' && path === `files/${ID}`)).toHaveLength(1));
  press(/确认“/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ photos: [OTHER], note: '好' }));
});

test('a draft brings its files back, and says which of them have expired', async () => {
  const draft = { typed: { photos: [{ key: 'k1', id: ID, name: '公示.jpg', bytes: 5 }, { key: 'k2', id: OTHER, name: '旧.jpg', bytes: 5 }], note: '好' }, unit: 'v1', version: 1, savedAt: '2026-11-23T01:00:00.000Z' };
  const keeping: Keeping = { draft, version: 1, keep: () => undefined, forget: () => undefined, settle: () => Promise.resolve(), sent: () => undefined };
  const { send } = openForm(({ path }) => (path === `files/${ID}` ? { json: fileOf(ID, '公示.jpg') } : undefined), keeping);
  await screen.findByText(/文件已过期/);
  await screen.findByText(/已上传 ·/);
  press('移除 旧.jpg');
  press(/确认“/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ photos: [ID], note: '好' }));
});

test('a sent form shows its files; a picture opens over the page and arrows go on to the next', async () => {
  const files = [{ ...fileOf(ID, '一.jpg'), field: 'photos', version: 2 }, { ...fileOf(OTHER, '二.jpg'), field: 'photos', version: 2 }];
  show(<FilesOf value={{ workflow: 'garden-plots', id: 'p1', version: 2 }}><Sheet fields={fieldsOf(photos)} data={{ photos: [ID, OTHER, 'f00000000000000000000000c'] }} /></FilesOf>,
    ({ path }) => (path === 'garden-plots/p1/files' ? { json: files } : undefined));
  await screen.findByText('有 1 个文件已依法删除。');
  fireEvent.click(screen.getByRole('button', { name: '查看 一.jpg' }));
  expect((await screen.findByAltText('一.jpg')).getAttribute('src')).toBe(`/api/garden-plots/p1/files/${ID}`);
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'ArrowRight' });
  await screen.findByAltText('二.jpg');
  expect(screen.getByText(/第 2 个，共 2 个/)).toBeTruthy();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
