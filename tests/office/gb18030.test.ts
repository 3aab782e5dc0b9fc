import { expect, test } from 'vitest';
import { toGb18030 } from '../../server/sheets/gb18030.ts';

test('every character comes back as it went, those of four bytes too', () => {
  const text = '张三，金额(元) ¥1.00 €，𠮷野家，䶮，é, ﹖ 〇 Ａ';
  expect(new TextDecoder('gb18030').decode(toGb18030(text))).toBe(text);
  expect(toGb18030('𠮷')).toHaveLength(4);
  expect([...toGb18030('中')]).toEqual([0xd6, 0xd0]);
});

test('the whole plane of everyday characters goes through', () => {
  const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
  expect(new TextDecoder('gb18030').decode(toGb18030(all))).toBe(all);
});
