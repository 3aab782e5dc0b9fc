/** How an official paper is laid out: GB/T 9704 for Chinese; for English the same page with smaller letters. */
import type { Lang } from '../../workflows/kit/words.ts';

const MM = 72 / 25.4;
export const MARGINS_MM = { top: 37, bottom: 35, left: 28, right: 26 } as const;
/** In points. */
export const PAGE = { width: 210 * MM, height: 297 * MM, top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Sizes in points: title 二号, text 三号 on 28 points, small print and boxes 小四; a table smaller, so that eight columns stand side by side. */
export const SIZES = {
  zh: { title: 22, text: 16, line: 28, small: 12, box: 12, table: 10.5, foot: 14, indent: 2 },
  en: { title: 20, text: 12, line: 19, small: 9.5, box: 9.5, table: 8.5, foot: 10, indent: 0 },
} as const satisfies Record<Lang, object>;

/** A square to be scanned, in points: 3 cm. */
export const CODE_SIZE = 30 * MM;
/** How much of the line the label of a box takes: six characters. */
export const LABEL_SHARE = 0.2;

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 一、二、三、 before headings; 1. 2. 3. in English. */
export const numbered = (lang: Lang, n: number, text: string): string => (lang === 'zh' ? `${n > 10 ? `十${DIGITS[n - 11] ?? ''}` : DIGITS[n - 1]}、${text}` : `${n}. ${text}`);
