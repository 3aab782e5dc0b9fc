/** How the cells of a workbook to be filled in look: grey is locked, white is open. */
import { HEAD, MAIN } from './package.ts';

export const STYLE = { plain: 0, head: 1, headOpen: 2, headResult: 3, locked: 4, open: 5, day: 6, text: 7 } as const;

const DAY_FORMAT = 164;
const TEXT_FORMAT = 49;
const font = (bold: boolean, rgb?: string): string => `<font>${bold ? '<b/>' : ''}<sz val="11"/>${rgb ? `<color rgb="${rgb}"/>` : ''}<name val="Calibri"/></font>`;
const fill = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFC4CA"/></${name}>`;
const HEADING = '<alignment vertical="center" wrapText="1"/>';
const MIDDLE = '<alignment vertical="center"/>';
const OPEN = '<protection locked="0"/>';
const xf = (format: number, fontId: number, fillId: number, borderId: number, inside = ''): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${inside}</xf>`;

export const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="3">${font(false)}${font(true)}${font(true, 'FFFFFFFF')}</fonts>` +
  `<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE4E7EB')}${fill('FFD7E6F7')}${fill('FF1F5FA8')}${fill('FFF2F4F6')}</fills>` +
  `<borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="8">${xf(0, 0, 0, 0)}${xf(0, 1, 2, 1, HEADING)}${xf(0, 1, 3, 1, HEADING)}${xf(0, 2, 4, 1, HEADING)}${xf(TEXT_FORMAT, 0, 5, 1, MIDDLE)}${xf(TEXT_FORMAT, 0, 0, 1, MIDDLE + OPEN)}${xf(DAY_FORMAT, 0, 0, 1, MIDDLE + OPEN)}${xf(TEXT_FORMAT, 0, 0, 0, '<alignment vertical="top" wrapText="1"/>')}</cellXfs></styleSheet>`;
