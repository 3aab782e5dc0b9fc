/** Lines of text as bytes: a block of them goes from thread to thread and into a file without being read. */

/** Room is made by so many bytes. */
const STEP = 2 ** 20;
/** Bytes of a character of UTF-16 in UTF-8 at most. */
const WIDEST = 3;
const BREAK = 10;

export class Lines {
  #bytes = Buffer.allocUnsafe(STEP);
  #used = 0;
  /** A text without breaks. */
  add(line: string): void {
    const needed = this.#used + line.length * WIDEST + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(needed + STEP);
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(line, this.#used);
    this.#bytes[this.#used++] = BREAK;
  }
  /** All so far; what comes next begins anew. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
    return taken;
  }
}

/** The lines whose numbers, from 0, are wanted. */
export const pick = (lines: Uint8Array, wants: (n: number) => boolean): Uint8Array => {
  const picked: Uint8Array[] = [];
  for (let [n, from] = [0, 0]; from < lines.length; n += 1) {
    const end = lines.indexOf(BREAK, from) + 1 || lines.length;
    if (wants(n)) picked.push(lines.subarray(from, end));
    from = end;
  }
  return Buffer.concat(picked);
};
