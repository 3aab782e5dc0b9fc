/** A scan for personal data in texts that are to be published: numbers that read like an identity, a telephone or an account. */

const PATTERNS = [
  /\d{17}[\dX]/i,
  /(?:^|\D)\d{15}(?:\D|$)/,
  /(?:^|\D)1\d{10}(?:\D|$)/,
  /(?:^|\D)0\d{2,3}-?\d{7,8}(?:\D|$)/,
  /\d{12,21}/,
];

/** Full-width digits, and spaces or dashes between digits, hide nothing. */
const plain = (text: string): string => text.normalize('NFKC').replace(/(\d)[\s-]+(?=\d)/g, '$1');

export const holdsPersonalNumbers = (text: string): boolean => PATTERNS.some((pattern) => pattern.test(plain(text)));
