/** Text as GB 18030 bytes, which Chinese banks read; what the standard writes in four bytes (𠮷) is written so. */

const LEAD = [0x81, 0xfe] as const;
const FOUR = 39_420;
const ABOVE = 0x10000;
const ABOVE_AT = 189_000;

const fourBytes = (n: number): number[] => [0x81 + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1_260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)];

/** The decoder knows the standard: its tables are read backwards, once. */
const makeTable = (): ReadonlyMap<number, readonly number[]> => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<number, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const code = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0xfffd;
    if (code > 0x7f && code !== 0xfffd && !table.has(code)) table.set(code, bytes);
  };
  for (let lead: number = LEAD[0]; lead <= LEAD[1]; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) learn([lead, trail]);
  for (let n = 0; n < FOUR; n += 1) learn(fourBytes(n));
  return table;
};

let known: ReadonlyMap<number, readonly number[]> | undefined;

export const toGb18030 = (text: string): Uint8Array => {
  known ??= makeTable();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(known.get(code) ?? (code >= ABOVE ? fourBytes(ABOVE_AT + code - ABOVE) : [0x3f])));
  }
  return Uint8Array.from(bytes);
};
