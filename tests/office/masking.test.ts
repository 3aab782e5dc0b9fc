import { expect, test } from 'vitest';
import { mask, maskAccount, maskAddress, maskId, maskName, maskNames, maskPhone } from '../../workflows/office/masking.ts';

test('names keep the first, and of three or more the last character', () => {
  expect(['张三', '张小华', '欧阳小华', '买买提·艾力', '李'].map(maskName)).toEqual(['张*', '张*华', '欧**华', '买****力', '*']);
});

test('a character of four bytes is one character', () => {
  expect(maskName('𠮷田')).toBe('𠮷*');
  expect(maskName('张小𠮷')).toBe('张*𠮷');
});

test('numbers keep their last four digits', () => {
  expect(maskId('999901198504120022')).toBe('**************0022');
  expect(maskAccount('0000123456789012345')).toBe('***************2345');
  expect(maskPhone('10012345678')).toBe('100****5678');
  expect(maskPhone('022-26990000')).toBe('********0000');
  expect(maskId('0022')).toBe('****');
});

test('addresses end at the village', () => {
  expect(maskAddress('大槐村3组15号')).toBe('大槐村****');
  expect(maskAddress('新桥社区12楼3号')).toBe('新桥社区****');
  expect(maskAddress('某路7号')).toBe('****');
  expect(mask('address', '大槐村3组15号')).toBe('大槐村****');
});

test('two names that would read alike on one list are told apart by the last four of the number', () => {
  expect(maskNames([
    { name: '张小华', idNumber: '999901198504120022' },
    { name: '张大华', idNumber: '999901198309170016' },
    { name: '王五', idNumber: '99990119881008068X' },
    { name: '张文华', idNumber: null },
  ])).toEqual(['张*华(****0022)', '张*华(****0016)', '王*', '张*华']);
});
