/** Made-up people as somebody's table would hold them: twelve columns under the names an office gives them. */
import { checkDigit } from '../../workflows/office/citizen-id.ts';
import { demoUnits } from '../../workflows/office/units.ts';

export const HEADERS = ['编码', '姓名', '性别', '出生日期', '身份证号', '民族', '婚姻状况', '户编号', '与户主关系', '户籍地址', '居住地址', '联系电话'] as const;
export const COLUMN = { code: 0, name: 1, sex: 2, birthDate: 3, idNumber: 4, ethnic: 5, marital: 6, household: 7, relation: 8, hukouAddress: 9, residenceAddress: 10, phone: 11 } as const;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'];
const LETTERS = [...'安和宁远清明书言以若知谷水山云岚川禾木石林松柏竹兰芷蕙青白景星辰月朗晴雨雪霁风宇泽润涵润静怡悦欣然嘉懿德'];
const villages = demoUnits.filter(({ kind }) => kind === 'village');
const two = (n: number): string => String(n).padStart(2, '0');
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Row n of a made-up town: everybody has a code, a number and a telephone of their own; three to a household. */
export const personRow = (n: number): string[] => {
  const home = Math.floor(n / 3);
  const unit = at(villages, home);
  const serial = Math.floor(home / villages.length) * 3 + (n % 3);
  const male = n % 3 === 0;
  const [year, month, day] = [1950 + (n % 50), 1 + (Math.floor(n / 50) % 12), 1 + (Math.floor(n / 600) % 28)];
  // Beyond what the demo town gives its people, so that nobody is in both.
  const sequence = (male ? 901 : 902) + 2 * Math.floor(n / 16_800);
  const first = `999901${year}${two(month)}${two(day)}${String(sequence).padStart(3, '0')}`;
  return [
    `${unit.id}${two(51 + Math.floor(serial / 10_000))}${String(serial % 10_000).padStart(4, '0')}`,
    `${at(SURNAMES, n * 7)}${at(LETTERS, n)}${at(LETTERS, Math.floor(n / 47) + 11)}`,
    male ? '男' : '女', `${year}-${two(month)}-${two(day)}`, first + checkDigit(first), '汉族', n % 4 === 0 ? '未婚' : '未说明',
    `H${home}`, n % 3 === 0 ? '户主' : n % 3 === 1 ? '妻' : '女', `${unit.name.zh}${1 + (home % 9)}组${1 + (home % 300)}号`, `${unit.name.zh}${1 + (home % 9)}组${1 + (home % 300)}号${1 + (n % 4)}室`,
    `100${String(n).padStart(8, '0')}`,
  ];
};
