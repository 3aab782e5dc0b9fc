/** What is said of a question that cannot be read, of a list's above all: which part of it, and what to write instead. The same at every door. */
import { z } from 'zod';
import type { FieldErrors, Text } from './words.ts';

/** Parts that cannot be read, by their paths in the question (`range`, `filter.open`), each with its remedy. */
export type Misread = { readonly misread: FieldErrors };
export const misreadAt = (part: string, remedy: Text): Misread => ({ misread: { [part]: remedy } });
export const isMisread = (read: object): read is Misread => 'misread' in read;

/** A reason for a schema to refuse with: said to who asked, in their language. */
export const because = (text: Text) => ({ params: { text } });

/** Rows in one answer of a list. */
export const LONGEST_PAGE = 1000;
/** Results of a job in one answer. */
export const LONGEST_RESULTS = 10_000;

export const remedies = {
  json: { zh: '请写成 JSON，例如 {"字段":"值"}', en: 'Write it as JSON, such as {"field":"value"}' },
  unknown: { zh: '此列表不能按此项筛选，请删除', en: 'This list is not filtered by this: remove it' },
  value: { zh: `请按此项的类型写：文字、数字、true 或 false、2026-11-23 这样的日期；可写多个时放在 [ ] 里，最多 ${LONGEST_PAGE} 个`, en: `Write what this field holds: text, a number, true or false, or a day as 2026-11-23; where several may be named, in [ ], ${LONGEST_PAGE} at most` },
  sort: { zh: '请写成 ["字段","ASC"] 或 ["字段","DESC"]，字段须是此列表可排序的', en: 'Write it as ["field","ASC"] or ["field","DESC"], with a field that this list is sorted by' },
  relevance: { zh: '按相关度排序须同时写明 filter.q', en: 'To sort by relevance, say in filter.q what to look for' },
  after: { zh: '请原样写上一页 X-Next-Cursor 给出的值', en: 'Write what the page before gave as X-Next-Cursor, unchanged' },
  noCursor: { zh: '此处按 range 翻页，请删除 after', en: 'This is paged by range: remove after' },
  idNumber: { zh: '网址里不能写身份证号码，请改用 POST …/search 写在请求体里', en: 'An ID number must not stand in an address: send it in the body of POST …/search' },
} as const satisfies Record<string, Text>;

/** For a field asked by its first and its last moment alone. */
export const fromTo = (field: string): Text => ({ zh: `请写成 ${field}_gte（起）和 ${field}_lte（止）`, en: `Write it as ${field}_gte (from) and ${field}_lte (to)` });

export const rangeText = (most: number): Text => ({ zh: `请写成 [0,24] 这样的起止行号，一次最多 ${most} 行`, en: `Write the first and last row as [0,24], ${most} rows at most at a time` });
/** `[first,last]`, counted from 0, both in it; an empty one ends before it begins. */
export const rangeOf = (most: number) => z.string().transform((text, context): [number, number] => {
  const [, from, to] = /^\[(\d{1,9}),\s*(-?\d{1,9})\]$/.exec(text) ?? [];
  const asked: [number, number] = [Number(from), Number(to)];
  if (from === undefined || asked[1] < asked[0] - 1 || asked[1] - asked[0] >= most) context.addIssue({ code: 'custom', input: text, ...because(rangeText(most)) });
  return asked;
});

const Filter = z.record(z.string(), z.unknown()).optional();
/** The keys of a list in the body of a search; each is read by itself. */
export const SearchBody = z.strictObject({ filter: Filter, range: z.unknown().optional(), sort: z.unknown().optional(), after: z.unknown().optional() });
/** `format` and `reason` are looked at afterwards, so that what is wrong with them is said at the field. */
export const ExportBody = z.strictObject({ filter: Filter, sort: z.unknown().optional(), format: z.unknown().optional(), reason: z.unknown().optional() });
export type ExportBody = z.infer<typeof ExportBody>;

/** What the results of a job are asked by. */
export const ResultsQuery = z.strictObject({ result: z.enum(['done', 'refused']).optional(), range: rangeOf(LONGEST_RESULTS).optional() });
