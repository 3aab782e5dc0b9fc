/** What finding a person says. */
import type { MessageTree } from '../i18n/tree.ts';

export const findMessages = {
  find: {
    open: { zh: '查找人员', en: 'Find a person' },
    words: { zh: '姓名、拼音、首字母、村居、编码或电话', en: 'Name, pinyin, initials, village, code or phone' },
    hint: { zh: '可以只输入一部分；村居和姓名之间加空格，例如“东湾 张”。', en: 'A part is enough; put a space between village and name, as in “dongwan zhang”.' },
    results: { zh: '查找结果', en: 'People found' },
    nobody: { zh: '没有找到符合的人员。', en: 'Nobody was found.' },
    nobodyHint: { zh: '请换一种写法，或者用身份证号查找。只能找到您管辖范围内的人员。', en: 'Try another spelling, or the ID number. Only people in your units are found.' },
    total: { zh: '找到 %{smart_count} 人', en: '%{smart_count} person found |||| %{smart_count} people found' },
    many: { zh: '找到 %{smart_count} 人以上，请再多输入一些', en: 'More than %{smart_count} people: please type a little more' },
    keys: { zh: '按 ↑ ↓ 选择，按 Enter 打开', en: '↑ and ↓ choose, Enter opens' },
    group: { zh: '%{group}组', en: 'group %{group}' },
    born: { zh: '%{year}年生', en: 'born %{year}' },
    head: { zh: '户主 %{name}', en: 'household of %{name}' },
    byId: { zh: '按身份证号查找', en: 'Find by ID number' },
    byWords: { zh: '按姓名等查找', en: 'Find by name' },
    idNumber: { zh: '公民身份号码', en: 'Citizen ID number' },
    idWrong: { zh: '号码不完整，或者校验位不对，请核对。', en: 'The number is incomplete, or its check digit is wrong.' },
    logged: { zh: '凭身份证号查找会连同您的姓名和时间记入查阅日志。', en: 'A search by ID number is logged with your name and the time.' },
    go: { zh: '查找', en: 'Find' },
  },
} satisfies MessageTree;
export type FindWord = keyof typeof findMessages.find;
