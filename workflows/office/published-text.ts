/** A scan for personal data in texts that are to be published: numbers of people, their doors, and children by name. */

export type PersonalKind = 'id' | 'phone' | 'account' | 'address' | 'child';

/** Surnames that are hardly ever an ordinary word after “son” or “daughter”. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱郭罗梁谢宋唐韩冯邓曹彭萧田董袁潘蔡蒋杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦夏傅邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵钱覃武戴莫孔';
const CHILD = '(?:儿子|女儿|孩子|子女|小孩|长子|次子|幼子|长女|次女|幼女|孙子|孙女|外孙女?|独生子|独生女|宝宝)';
const NUMERAL = '[0-9一二三四五六七八九十百]+';

const PATTERNS: Readonly<Record<PersonalKind, readonly RegExp[]>> = {
  id: [/\d{17}[\dX]/i, /(?:^|\D)\d{15}(?:\D|$)/],
  phone: [/(?:^|\D)1\d{10}(?:\D|$)/, /(?:^|\D)0\d{2,3}-?\d{7,8}(?:\D|$)/],
  account: [/\d{12,21}/],
  address: [new RegExp(`${NUMERAL}(?:组|号楼|号院|栋|幢|单元|室|门)`), new RegExp(`(?:路|街|巷|里|弄|村|庄|楼|区|园|苑)${NUMERAL}号`)],
  child: [new RegExp(`${CHILD}[（(：:“"]?(?:名叫|名字叫|名为|姓名|叫做|叫作|叫)[：:“"]?\\p{Script=Han}{2,4}`, 'u'), new RegExp(`${CHILD}[（(：:“"]?[${SURNAMES}]\\p{Script=Han}{1,2}`, 'u')],
};

/** Full-width digits, and spaces or dashes between digits, hide nothing. */
const plain = (text: string): string => text.normalize('NFKC').replace(/(\d)[\s-]+(?=\d)/g, '$1');

export const personalIn = (text: string): PersonalKind[] => {
  const read = plain(text);
  return (Object.keys(PATTERNS) as PersonalKind[]).filter((kind) => PATTERNS[kind].some((pattern) => pattern.test(read)));
};

const NUMBERS: readonly PersonalKind[] = ['id', 'phone', 'account'];
export const holdsPersonalNumbers = (text: string): boolean => personalIn(text).some((kind) => NUMBERS.includes(kind));
