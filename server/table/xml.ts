/** The marks of an XML text in pieces as they arrive; no definitions, no foreign entities, nothing longer than any workbook writes. */
import { Refused } from './refused.ts';

const LONGEST_MARK = 1_000_000;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with its references in place; only the five of XML itself and numbers. */
export const unescaped = (text: string): string => (text.includes('&') ? text.replace(/&([^;&\s]{1,10});|&/g, (_whole, name: string | undefined) => {
  if (name === undefined) throw new Refused('broken');
  const number = /^#x([\da-f]+)$/i.exec(name) ?? /^#(\d+)$/.exec(name);
  if (number?.[1]) {
    const code = Number.parseInt(number[1], name[1] === 'x' || name[1] === 'X' ? 16 : 10);
    if (code > 0x10_ff_ff) throw new Refused('broken');
    return String.fromCodePoint(code);
  }
  const sign = NAMED[name];
  if (sign === undefined) throw new Refused('doctype');
  return sign;
}) : text);

/** The value of an attribute of a mark's inside; null where it has none. */
export const attribute = (inside: string, name: string): string | null => {
  const at = inside.indexOf(` ${name}="`);
  if (at >= 0) {
    const from = at + name.length + 3;
    return unescaped(inside.slice(from, inside.indexOf('"', from)));
  }
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
  return found ? unescaped(found[1] ?? found[2] ?? '') : null;
};

/** Names come without their prefixes; `inside` is everything behind the name. */
export type Marks = {
  open(name: string, inside: string, closed: boolean): void;
  close(name: string): void;
  /** Not yet unescaped. */
  text(text: string): void;
};

const [SLASH, QUOTE] = [47, 34];
const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** The end of a mark that begins at `from`, quoted signs passed over; -1 where it has not arrived. */
const endOf = (text: string, from: number): number => {
  let end = text.indexOf('>', from);
  if (end < 0) return -1;
  // Mostly a mark ends behind a name or a value, and nothing in it needs a second look.
  const before = text.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1;
  if (text.charCodeAt(from + 1) === SLASH || (text.charCodeAt(before) === QUOTE && text[before - 1] !== '=')) return end;
  for (let quote = text.indexOf('"', from); quote >= 0 && quote < end; ) {
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    if (closing > end) end = text.indexOf('>', closing);
    if (end < 0) return -1;
    quote = text.indexOf('"', closing + 1);
  }
  return end;
};

const nameEnd = (text: string, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign <= 32 || sign === 47) return at;
  }
  return to;
};

export const xmlReader = (marks: Marks): { write(text: string): void; end(): void } => {
  let rest = '';
  /** Comments, instructions and unparsed text: where they end, or -1. */
  const special = (text: string, at: number): number => {
    if (text.startsWith('<!--', at)) return text.indexOf('-->', at + 4) < 0 ? -1 : text.indexOf('-->', at + 4) + 3;
    if (text.startsWith('<?', at)) return text.indexOf('?>', at) < 0 ? -1 : text.indexOf('?>', at) + 2;
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end >= 0) marks.text(text.slice(at + 9, end).replaceAll('&', '&amp;'));
      return end < 0 ? -1 : end + 3;
    }
    if (text.length - at < 9) return -1;
    throw new Refused('doctype');
  };
  const mark = (text: string, at: number, end: number): void => {
    if (text.charCodeAt(at + 1) === 47) return marks.close(local(text.slice(at + 2, nameEnd(text, at + 2, end))));
    const closed = text.charCodeAt(end - 1) === 47;
    const name = nameEnd(text, at + 1, end);
    return marks.open(local(text.slice(at + 1, name)), text.slice(name, closed ? end - 1 : end), closed);
  };
  const read = (text: string): string => {
    let at = 0;
    for (;;) {
      const mark1 = text.indexOf('<', at);
      if (mark1 < 0) return text.slice(at);
      if (mark1 > at) marks.text(text.slice(at, mark1));
      const sign = text.charCodeAt(mark1 + 1);
      const end = Number.isNaN(sign) ? -1 : sign === 33 || sign === 63 ? special(text, mark1) - 1 : endOf(text, mark1);
      if (end < 0) return text.slice(mark1);
      if (sign !== 33 && sign !== 63) mark(text, mark1, end);
      at = end + 1;
    }
  };
  return {
    write: (text) => {
      rest = read(rest === '' ? text : rest + text);
      if (rest.length > LONGEST_MARK) throw new Refused('broken');
    },
    end: () => { if (rest.trim() !== '') throw new Refused('broken'); },
  };
};
