/** Personal names as the register keeps them: Chinese characters, with · inside names of other nationalities. */

/** Spaces at the ends away, and the several dots people type become the one of the household register. */
export const normaliseName = (typed: string): string => typed.trim().replace(/[.•・‧．]/g, '·');

/** Words written where nobody knew the name. */
const UNKNOWN = /某|不详|未知|无名|之[妻夫子女]$/u;

/** Two to thirty Chinese characters (code points: 𠮷 is one), no digit, letter or space, none of the words for a name that nobody knew. */
export const isName = (name: string): boolean =>
  /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u.test(name) && [...name].length >= 2 && [...name].length <= 30 && !UNKNOWN.test(name);
