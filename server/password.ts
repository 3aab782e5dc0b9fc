/** Passwords: argon2id, the same work for a name nobody bears, and which new ones are refused. */
import { hash, verify } from '@node-rs/argon2';
import type { Text } from '../workflows/kit/words.ts';

/** Work of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const WORK = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SHORTEST = 10;
export const LONGEST = 200;

/** Full-width and half-width typing of the same password agree. */
const normal = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), WORK);

let nobody: Promise<string> | null = null;

/** Without a hash it works as long as with one and says no, so that time does not tell which names exist. */
export const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  nobody ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await nobody), normal(password));
  return right && stored !== null;
};

const COMMON = ['password', 'passw0rd', 'qwertyuiop', '1q2w3e4r5t', '1qaz2wsx3edc', 'iloveyou', 'administrator', 'letmein', 'welcome', 'woaini', 'admin', '888888', '666666', '1234567890', '123456', '12345', 'abcdef'];

const isSequence = (letters: readonly string[]): boolean => {
  const steps = letters.slice(1).map((letter, i) => (letter.codePointAt(0) ?? 0) - (letters[i]?.codePointAt(0) ?? 0));
  return new Set(letters).size < 5 || steps.every((step) => step === 1) || steps.every((step) => step === -1);
};

/** Why a new password will not do, or null. `known` are words anybody would try first: the name, the office, the town. */
export const refusePassword = (password: string, known: readonly string[]): Text | null => {
  const letters = [...normal(password)];
  if (letters.length < SHORTEST) return { zh: `密码至少 ${SHORTEST} 个字符，可以是一句话`, en: `At least ${SHORTEST} characters; a whole sentence will do` };
  if (letters.length > LONGEST) return { zh: `密码最多 ${LONGEST} 个字符`, en: `At most ${LONGEST} characters` };
  const plain = letters.join('').toLowerCase();
  const rest = [...COMMON, ...known.map((word) => word.toLowerCase()).filter((word) => word.length > 1)].reduce((left, word) => left.replaceAll(word, ''), plain);
  if (isSequence(letters) || [...rest].length <= SHORTEST / 2) return { zh: '密码太容易被猜中，请换一个', en: 'This password is too easy to guess: choose another' };
  return null;
};
