/** Made-up names from closed, neutral lists: sixty surnames and forty by forty characters. */
import type { Random } from './random.ts';

export const surnames: readonly string[] = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金',
];
export const firstGiven: readonly string[] = [...'文晓佳思雨春秋志立永德世书明清安宁玉云海新青远承景子若以可亦乐和正元向怀望语知筱'];
export const lastGiven: readonly string[] = [...'涵宁静华兰梅竹松柏林泉溪川岭峰岩舟帆航远辰星月阳光晴霖润禾苗田园馨怡悦然成达平康'];

/** Characters of the same sound and tone, for people whom a telephone cannot tell apart. */
const SOUNDS_ALIKE: Readonly<Record<string, string>> = { 晓: '筱', 文: '雯', 佳: '嘉', 思: '丝', 清: '青', 玉: '育', 立: '丽', 志: '治', 世: '士', 书: '舒', 承: '成', 景: '井', 元: '园', 和: '禾', 明: '鸣' };

/** Another way to write a name of the same sound, where the lists know one. */
export const soundingLike = (name: string): string | null => {
  const [surname = '', first = '', ...rest] = [...name];
  const other = SOUNDS_ALIKE[first];
  return other === undefined ? null : surname + other + rest.join('');
};

/** Gives a name nobody has been given before. */
export const namesFrom = (random: Random): (() => string) => {
  const given = new Set<string>();
  const next = (): string => {
    const [first, last] = [random.pick(firstGiven), random.pick(lastGiven)];
    const name = random.pick(surnames) + first + last;
    if (first === last || given.has(name)) return next();
    given.add(name);
    return name;
  };
  return next;
};
