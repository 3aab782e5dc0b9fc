/** The shared words of a workbook, kept as bytes: as strings they would fill the memory several times over. */
import { MOST_WORDS_BYTES } from './limits.ts';
import { Refused } from './refused.ts';
import type { Parts } from './zip.ts';
import { unescaped, xmlReader } from './xml.ts';

const FIRST_BYTES = 2 ** 20;
const FIRST_COUNT = 2 ** 14;
/** Bytes of a character of UTF-16 in UTF-8 at most. */
const WIDEST = 3;

/** What a workbook writes for signs that XML cannot hold. */
const plain = (text: string): string => (text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text);

export class Words {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #ends = new Uint32Array(FIRST_COUNT);
  #count = 0;
  #used = 0;
  add(text: string): void {
    const needed = this.#used + text.length * WIDEST;
    if (needed > this.#bytes.length) {
      if (needed > MOST_WORDS_BYTES) throw new Refused('too-large');
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(this.#bytes.length * 2, MOST_WORDS_BYTES)));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#count * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#used += this.#bytes.write(text, this.#used);
    this.#ends[this.#count++] = this.#used;
  }
  get(n: number): string {
    if (!(n >= 0 && n < this.#count)) throw new Refused('broken');
    return this.#bytes.toString('utf8', n === 0 ? 0 : this.#ends[n - 1], this.#ends[n]);
  }
}

/** Runs of one word are joined; how it is spoken is left out. */
export const readWords = async (parts: Parts, name: string): Promise<Words> => {
  const words = new Words();
  let [word, inText, spoken] = ['', false, false];
  const reader = xmlReader({
    open: (mark, _inside, closed) => {
      if (mark === 'si') {
        word = '';
        if (closed) words.add('');
      } else if (mark === 't') inText = !closed && !spoken;
      else if (mark === 'rPh') spoken = !closed;
    },
    text: (text) => { if (inText) word += unescaped(text); },
    close: (mark) => {
      if (mark === 't') inText = false;
      else if (mark === 'rPh') spoken = false;
      else if (mark === 'si') words.add(plain(word));
    },
  });
  for await (const piece of parts.text(name)) reader.write(piece);
  reader.end();
  return words;
};
