/** Random bytes by the hundred: asking the system for a dozen at a time costs more than sealing with them. */
import { randomBytes } from 'node:crypto';

const AT_ONCE = 8192;
let drawn = Buffer.alloc(0);
let used = 0;

/** Bytes of the system's generator that nobody gets twice. */
export const freshBytes = (count: number): Buffer => {
  if (used + count > drawn.length) {
    drawn = randomBytes(Math.max(AT_ONCE, count));
    used = 0;
  }
  used += count;
  return drawn.subarray(used - count, used);
};
