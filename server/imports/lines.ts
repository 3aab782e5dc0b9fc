/** Lines of text as bytes: they go from thread to thread, into a file and from there to the database without being read. */

const FIRST_BYTES = 2 ** 20;
/** Bytes of a character of UTF-16 in UTF-8 at most. */
const WIDEST = 3;
const BREAK = 10;

export class Lines {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #used = 0;
  /** A text without breaks. */
  add(line: string): void {
    const needed = this.#used + line.length * WIDEST + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(line, this.#used);
    this.#bytes[this.#used++] = BREAK;
  }
  /** All lines so far; the next ones go elsewhere, so that these may be given away. */
  take(): Buffer<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#used);
    [this.#bytes, this.#used] = [Buffer.allocUnsafeSlow(FIRST_BYTES), 0];
    return taken;
  }
}

/** The lines whose numbers, from 0, are wanted. */
export const pick = (lines: Uint8Array, wants: (n: number) => boolean): Uint8Array => {
  const picked: Uint8Array[] = [];
  for (let [n, from] = [0, 0]; from < lines.length; n += 1) {
    const end = lines.indexOf(BREAK, from) + 1;
    if (wants(n)) picked.push(lines.subarray(from, end));
    from = end;
  }
  return Buffer.concat(picked);
};

/** No break stands behind the last. `from`: the number of the first. */
export type Some = { readonly from: number; readonly count: number; readonly text: Buffer };
const whole = (parts: readonly Buffer[]): Buffer => Buffer.concat(parts).subarray(0, -1);

/** The lines of a text in pieces, `together` at a time, from number `first` on. */
export async function* someLines(pieces: AsyncIterable<Buffer>, first: number, together: number): AsyncGenerator<Some> {
  let [n, held]: [number, Buffer[]] = [0, []];
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(BREAK) + 1; end > 0; end = piece.indexOf(BREAK, end) + 1) {
      n += 1;
      if (n > first && (n - first) % together > 0) continue;
      if (n > first) yield { from: n - together, count: together, text: whole([...held, piece.subarray(from, end)]) };
      [held, from] = [[], end];
    }
    if (n >= first) held.push(piece.subarray(from));
  }
  const count = Math.max(0, n - first) % together;
  if (count > 0) yield { from: n - count, count, text: whole(held) };
}
