/**
 * What the program must never hold: pregnancy, contraception, examinations, penalties, the order of births, profiles,
 * rankings, tracking. The one list: what is imported is dropped by it, and the program's own words are held to it. Population and Family Planning Law Arts. 20 and 41 to 44, Personal Information Protection Law Arts. 6, 26, 28 and 34.
 */
/** As people write them: labels, headers of imports, messages. */
const WORDS = /怀孕|孕情|孕检|孕期|孕妇|妊娠|避孕|节育|绝育|结扎|(?<!以)上环(?!节)|放环|取环|环情|人流|(?<!轮)流产(?!生)|引产|堕胎|四术|三查|查环|查孕|月经|育龄|孕育史|生育史|生育意愿|计划外|政策外|超生|抢生|社会抚养费|孩次|胎次|政策属性|罚款|罚金|一票否决|人脸识别|举报奖|风险评分|重点监控/;

/** As programmers write them: whole words of a name, whatever joins them. */
const TERMS = [
  'pregnan\\w*', 'contracep\\w*', 'sterili[sz]\\w*', 'iud', 'abort(?:ion|us)\\w*', 'miscarr\\w*', 'vasectom\\w*', 'tubal', 'gyn(?:a?e)colog\\w*', 'menstrua\\w*', 'fertilit\\w*', 'childbearing', 'ultrasound',
  'birth (?:order|rank|rankings?|quota|permits?|count|number|policy)', 'child (?:order|rank)', '(?:first|second|third|nth) (?:birth|child)', 'births? (?:by|per) villages?', 'expected births?', 'planned births?',
  '(?:out|outside) of plan', 'plan outside', 'outside plan', 'social (?:support|maintenance) fees?', 'penalt(?:y|ies)', 'policy attribute', 'one (?:vote )?veto', 'tip offs?',
  'risk (?:score|profile)\\w*', 'face recognition', 'facial', 'gps', 'latitude', 'longitude', 'geolocation',
];
const NAMES = new RegExp(`(?<![a-z])(?:${TERMS.join('|')})(?![a-z])`, 'i');

/** `birthOrder`, `birth_order`, `birth-order` and `birthorder` are all “birth order” or a run of it. */
const asWords = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\-.]+/g, ' ').toLowerCase();
const RUNS = new RegExp(`^(?:${TERMS.filter((term) => term.includes(' ')).map((term) => term.replaceAll(' ', '')).join('|')})$`, 'i');

/** The word a text or a name must not hold, or null. */
export const forbiddenIn = (text: string): string | null => {
  const found = WORDS.exec(text) ?? NAMES.exec(asWords(text)) ?? RUNS.exec(text);
  return found?.[0] ?? null;
};
