/** The sheet on a case's page: what hangs and nothing else, the papers, the public page while it hangs; and who objects, for those who judge. */
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Poster } from '../../admin/poster/Poster.tsx';
import { Value } from '../../admin/case/Value.tsx';
import { FilesOf } from '../../admin/files/use-files.ts';
import type { CaseRecord } from '../../admin/provider/records.ts';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { show } from './support.tsx';
import { wellRepair } from './well-repair.ts';

const same = (text: string) => ({ zh: text, en: text });
const noticed: Workflow = {
  ...wellRepair,
  poster: {
    printed: ['review', 'posted'], draft: ['review'], shown: ['posted'], gone: ['over'],
    sheet: ({ data }) => ({ title: same('公示'), under: same('第一期'), says: [same('依据')], foot: [same('监督电话：022-26990000')], columns: [same('姓名'), same('金额')], numeric: [1], rows: [[same(String(data['name'])), same('3400')]], fromAbove: false, place: '公开栏', on: null, until: null }),
  },
};
const standing = (state: string): CaseRecord => ({ id: 'n1', workflow: 'well-repair', unit: '999901101201', state, data: { name: '张*华', secret: '13800138000' }, offers: [], blocked: [], version: 3 } as unknown as CaseRecord);

describe('the sheet', () => {
  test('shows the list, and that it must not be posted before its release', () => {
    show(<Poster workflow={noticed} one={standing('review')} />, () => undefined);
    expect(within(screen.getByRole('table')).getByText('张*华')).toBeDefined();
    expect(screen.getByText('待复核，不得张贴。')).toBeDefined();
    expect(screen.queryByText(/13800138000/)).toBeNull();
    expect(screen.queryByRole('link', { name: '查看公开网页' })).toBeNull();
  });
  test('leads to the page for everybody while it hangs, and asks for the paper', async () => {
    const { calls } = show(<Poster workflow={noticed} one={standing('posted')} />, () => ({ status: 422, json: { reason: 'not-printable', characters: ['𠮷'] } }));
    expect(screen.getByRole('link', { name: '查看公开网页' }).getAttribute('href')).toBe('/public/notices/n1?lang=zh');
    fireEvent.click(screen.getByRole('button', { name: '下载 PDF' }));
    expect(await screen.findByText(/𠮷/)).toBeDefined();
    expect(calls.find(({ path }) => path.endsWith('poster.pdf'))?.path).toBe('well-repair/n1/poster.pdf');
  });
});

test('a sealed field is revealed from the case only where the server said that it may be', async () => {
  const [info] = allFields(fieldsOf(Object.values(wellRepair.forms)[0] ?? (() => { throw new Error('no form'); })()));
  if (!info) throw new Error('no field');
  const value = <Value info={info} value={{ masked: '****' }} />;
  show(<FilesOf value={{ workflow: 'well-repair', id: 'n1', version: 1, reveals: [] }}>{value}</FilesOf>, () => undefined);
  expect(screen.queryByRole('button')).toBeNull();
  show(<FilesOf value={{ workflow: 'well-repair', id: 'n1', version: 1, reveals: [info.name] }}>{value}</FilesOf>, () => undefined);
  expect(await screen.findByRole('button', { name: `查看${info.label.zh}` })).toBeDefined();
});
