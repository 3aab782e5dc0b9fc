/** National code tables about people: GB/T 2261.1, GB/T 2261.2, GB/T 4761. */
import { table } from './table.ts';

/** GB/T 2261.1. */
export const sex = table(
  ['0', '未知的性别', 'Unknown'],
  ['1', '男性', 'Male'],
  ['2', '女性', 'Female'],
  ['9', '未说明的性别', 'Not stated'],
);

/** GB/T 2261.2-2003. */
export const marital = table(
  ['10', '未婚', 'Never married'],
  ['20', '已婚', 'Married'],
  ['21', '初婚', 'First marriage'],
  ['22', '再婚', 'Remarried'],
  ['23', '复婚', 'Remarried the same person'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced'],
  ['90', '未说明', 'Not stated'],
);

/** GB/T 4761-2008 without its codes that rank children (21–26, 31–36): nothing in the office may rest on such a rank. */
export const relation = table(
  ['01', '本人', 'Self'],
  ['02', '户主', 'Head of household'],
  ['10', '配偶', 'Spouse'],
  ['11', '夫', 'Husband'],
  ['12', '妻', 'Wife'],
  ['20', '子', 'Son'],
  ['27', '养子或继子', 'Adopted son or stepson'],
  ['28', '女婿', 'Son-in-law'],
  ['30', '女', 'Daughter'],
  ['37', '养女或继女', 'Adopted daughter or stepdaughter'],
  ['38', '儿媳', 'Daughter-in-law'],
  ['40', '孙子女或外孙子女', 'Grandchild'],
  ['41', '孙子', 'Son’s son'],
  ['42', '孙女', 'Son’s daughter'],
  ['43', '外孙子', 'Daughter’s son'],
  ['44', '外孙女', 'Daughter’s daughter'],
  ['50', '父母', 'Parent'],
  ['51', '父亲', 'Father'],
  ['52', '母亲', 'Mother'],
  ['53', '公公', 'Husband’s father'],
  ['54', '婆婆', 'Husband’s mother'],
  ['55', '岳父', 'Wife’s father'],
  ['56', '岳母', 'Wife’s mother'],
  ['57', '继父或养父', 'Stepfather or adoptive father'],
  ['58', '继母或养母', 'Stepmother or adoptive mother'],
  ['61', '祖父', 'Father’s father'],
  ['62', '祖母', 'Father’s mother'],
  ['63', '外祖父', 'Mother’s father'],
  ['64', '外祖母', 'Mother’s mother'],
  ['71', '兄', 'Elder brother'],
  ['72', '嫂', 'Elder brother’s wife'],
  ['73', '弟', 'Younger brother'],
  ['74', '弟媳', 'Younger brother’s wife'],
  ['75', '姐姐', 'Elder sister'],
  ['76', '姐夫', 'Elder sister’s husband'],
  ['77', '妹妹', 'Younger sister'],
  ['78', '妹夫', 'Younger sister’s husband'],
  ['97', '其他亲属', 'Other relative'],
  ['99', '非亲属', 'Not related'],
);

/** Why a register entry has no ID number; a row of zeros is never stored instead. */
export const idMissing = table(
  ['not_issued', '尚未办理身份证', 'No identity card issued yet'],
  ['being_corrected', '公安部门更正中', 'Being corrected by the police'],
  ['not_shown', '本人暂未出示', 'Not shown by the person so far'],
  ['foreign_national', '外籍人员', 'Foreign national'],
  ['erased', '已依法删除', 'Erased by law'],
);
