/** How a name is looked for: by itself, by a part of it, by its pinyin and by its initials, each from the beginning of a syllable. */

/** What knows how characters are read; syllables bear no tones, and ü is v. */
export type Speech = {
  /** As the name of a person, surname first: 单雨 is shan yu. */
  readonly asName: (name: string) => readonly string[];
  /** Every way in which each character may be read. */
  readonly allWays: (name: string) => readonly (readonly string[])[];
};

/** Of a very long name no more beginnings are kept; all of it is still found from the first. */
const BEGINNINGS = 12;
const READINGS = 10;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v');
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
/** The first character, a pair of halves counted as one. */
const initialOf = (syllable: string): string => String.fromCodePoint(syllable.codePointAt(0) ?? 32);

/** One way, and in letters: a character that nobody reads comes back as itself. */
const isPlain = (ways: readonly string[]): boolean => ways.length === 1 && (ways[0]?.codePointAt(0) ?? 0) < 128;

/** The reading as a name, and those in which one character is read otherwise. Two names of three have none that could be, and need not be asked about. */
const readingsOf = (name: string, { asName, allWays }: Speech): readonly (readonly string[])[] => {
  const all = allWays(name);
  if (all.every(isPlain)) return [all.map(([way = '']) => way)];
  const usual = asName(name);
  const others = all.flatMap((ways, i) => ways.filter((way) => way !== usual[i]).map((way) => usual.with(i, way)));
  return [usual, ...others].slice(0, READINGS);
};

/**
 * The words under which a name stands in the register: `  王晓涵 晓涵 涵  wangxiaohan xiaohan han  wxh xh h`.
 * Before each word is a space, before one that begins with the name itself are two.
 */
export const wordsOf = (name: string, speech: Speech): string => {
  const bare = lettersOf(plain(name));
  const readings = readingsOf(bare, speech);
  const words: string[] = [];
  const add = (parts: readonly string[]): void => {
    let word = parts.join('');
    for (let i = 0; i < Math.min(parts.length, BEGINNINGS); i += 1) {
      const spaced = i === 0 ? `  ${word}` : ` ${word}`;
      if (!words.includes(spaced)) words.push(spaced);
      word = word.slice(parts[i]?.length);
    }
  };
  add([...bare]);
  for (const syllables of readings) add(syllables);
  for (const syllables of readings) add(syllables.map(initialOf));
  return words.join('') || ' ';
};

/** What a person typed, piece by piece: all of the pieces must fit. */
export const piecesOf = (typed: string): string[] => typed.normalize('NFKC').split(/\s+/).filter((piece) => piece !== '');

/** A typed piece as the words spell it: xi'an is xian. Empty where there is no letter in it. */
export const asSpelt = (piece: string): string => (/\p{L}/u.test(piece) ? lettersOf(plain(piece)) : '');
