/** The panel's one door to the server: refusals become errors that a form can show, and personal words never stand in an address. */
import { HttpError } from 'react-admin';
import { describe, expect, test } from 'vitest';
import { makeClient } from '../../admin/provider/client.ts';
import { makeDataProvider } from '../../admin/provider/data-provider.ts';
import { madeUpServer, rows, type Answers } from './support.tsx';

const dataProviderOf = (answers: Answers) => {
  const { go, calls } = madeUpServer(answers);
  return { casework: makeDataProvider(makeClient('/api', () => 'zh', go)), calls };
};
const refusalOf = (promise: Promise<unknown>): Promise<HttpError> => promise.then(() => Promise.reject(new Error('was accepted')), (error: unknown) => {
  if (error instanceof HttpError) return error;
  throw error;
});
const page = { pagination: { page: 2, perPage: 25 }, sort: { field: 'dueAt', order: 'ASC' as const } };

describe('reading', () => {
  test('a list asks in the dialect and reads the total from Content-Range', async () => {
    const { casework, calls } = dataProviderOf(() => rows('well-repair', [{ id: 'w1' }], 60));
    const { total } = await casework.getList('well-repair', { ...page, filter: { state: ['reported'] } });
    expect(total).toBe(60);
    expect(calls[0]?.path).toBe('well-repair');
    expect(Object.fromEntries(calls[0]?.query ?? [])).toEqual({ filter: '{"state":["reported"]}', range: '[25,49]', sort: '["dueAt","ASC"]' });
  });

  test('a name that is searched for travels in the body', async () => {
    const { casework, calls } = dataProviderOf(() => rows('residents', []));
    await casework.getList('residents', { ...page, filter: { q: '张' } });
    expect(calls[0]).toMatchObject({ method: 'POST', path: 'residents/search', body: { filter: { q: '张' }, range: [25, 49], sort: ['dueAt', 'ASC'] } });
    expect(String(calls[0]?.query)).toBe('');
  });
});

describe('writing', () => {
  test('an event goes to its case with its id and version', async () => {
    const { casework, calls } = dataProviderOf(() => ({ json: { id: 'w 1', version: 2 } }));
    await casework.sendEvent('well-repair', 'w 1', { id: 'e1', type: 'repair', data: {}, version: 1 });
    expect(calls[0]).toMatchObject({ method: 'POST', path: 'well-repair/w%201/events', body: { id: 'e1', type: 'repair', data: {}, version: 1 } });
  });

  test('errors of fields arrive as sentences in the reader’s language', async () => {
    const { casework } = dataProviderOf(() => ({ status: 422, json: { errors: { place: { zh: '请填写此项', en: 'Please fill this in' } } } }));
    const error = await refusalOf(casework.openCase('well-repair', { id: 'w1', unit: 'u', data: {} }));
    expect(error).toMatchObject({ status: 422, message: 'problem.422', body: { errors: { place: '请填写此项' } } });
  });

  test('a busy server says when to come again, an unreachable one is offline', async () => {
    const busy = dataProviderOf(() => ({ status: 503, json: { reason: 'try-again' }, headers: { 'Retry-After': '2' } }));
    expect((await refusalOf(busy.casework.getUnits())).body).toMatchObject({ retryAfter: 2 });
    const away = makeDataProvider(makeClient('/api', () => 'zh', () => Promise.reject(new TypeError('fetch failed'))));
    expect(await refusalOf(away.getUnits())).toMatchObject({ status: 0, message: 'problem.offline' });
  });

  test('a case is never put, patched or deleted', async () => {
    const { casework, calls } = dataProviderOf(() => ({ json: {} }));
    await expect(casework.update('well-repair', { id: 'w1', data: {}, previousData: { id: 'w1' } })).rejects.toThrow('event');
    await expect(casework.deleteMany('well-repair', { ids: ['w1'] })).rejects.toThrow('event');
    expect(calls).toEqual([]);
  });
});
