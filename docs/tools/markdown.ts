/** Tables and texts in two languages, as the generated pages write them. */
import type { Text } from '../../workflows/kit/words.ts';

export const both = (text: Text | undefined, otherwise = ''): string => (text ? (text.zh === text.en ? text.zh : `${text.zh} ${text.en}`) : otherwise);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
export const table = (head: string[], rows: string[][]): string => (rows.length === 0 ? '' : [row(...head), row(...head.map(() => '---')), ...rows.map((one) => row(...one))].join('\n'));
