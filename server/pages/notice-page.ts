/** What hangs now, for everybody: the list, one sheet, and what is said where there is none. */
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { dayWritten } from '../../workflows/office/papers/written.ts';
import type { Posted } from '../use-cases/read-posters.ts';
import { escape, publicPage } from './public-page.ts';
import type { Look } from './public-page.ts';

const words = {
  all: { zh: '正在公示', en: 'Public notices' },
  back: { zh: '全部公示', en: 'All notices' },
  none: { zh: '目前没有正在公示的事项。', en: 'Nothing hangs at present.' },
  until: { zh: '公示至{day}', en: 'until {day}' },
  gone: { zh: '公示期已满', en: 'This notice is over' },
  goneSays: { zh: '这份公示的期限已满或已撤下，名单不再公开。', en: 'Its term has ended, or it was taken down: the list is public no more.' },
  absent: { zh: '没有这份公示', en: 'There is no such notice' },
  absentSays: { zh: '请核对网址，或从“全部公示”进入。', en: 'Please check the address, or begin at “All notices”.' },
  slower: { zh: '访问过于频繁', en: 'Too many requests' },
  slowerSays: { zh: '请稍候再试。', en: 'Please try again in a moment.' },
  place: { zh: '张贴地点：{place}', en: 'Posted at: {place}' },
  issued: { zh: '{unit}，{day}', en: '{unit}, {day}' },
  foot: { zh: '姓名已作脱敏处理。请勿转载、截图传播；公示期满后本页不再提供。', en: 'Names are masked. Please do not copy or pass on; after its term this page is gone.' },
} as const satisfies Record<string, Text>;

const fill = (text: string, by: Readonly<Record<string, string>>): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');

const frame = (look: Look, title: string, body: string, isList: boolean): string =>
  publicPage(look, { title, body, left: isList ? '' : `<a href="/public/notices?lang=${look.lang}">${words.back[look.lang]}</a>`, foot: words.foot[look.lang] });

/** The village, then what is said of it. */
const nameOf = (unit: Text, said: Text, lang: Lang): string => `${unit[lang]}${lang === 'zh' ? '　' : ', '}${said[lang]}`;

export const noticeList = (look: Look, posted: readonly Posted[]): string => {
  const { lang } = look;
  const item = ({ id, unit, sheet }: Posted): string =>
    `<li><a href="/public/notices/${encodeURIComponent(id)}?lang=${lang}">${escape(nameOf(unit, sheet.title, lang))}</a><span>${escape(sheet.under[lang])}${sheet.until ? ` · ${fill(words.until[lang], { day: dayWritten(sheet.until, lang) })}` : ''}</span></li>`;
  const body = posted.length === 0 ? `<p>${words.none[lang]}</p>` : `<ul>${posted.map(item).join('')}</ul>`;
  return frame(look, words.all[lang], `<h1>${words.all[lang]}</h1>${body}`, true);
};

export const noticePage = (look: Look, { unit, issuer, sheet }: Posted): string => {
  const { lang } = look;
  const paragraphs = (said: readonly Text[]): string => said.map((one) => `<p>${escape(one[lang])}</p>`).join('');
  const side = (i: number): string => (sheet.numeric.includes(i) ? ' class="n"' : '');
  const head = sheet.columns.map((one, i) => `<th scope="col"${side(i)}>${escape(one[lang])}</th>`).join('');
  const row = (cells: readonly Text[]): string => `<tr>${cells.map((cell, i) => `<td${side(i)} data-of="${escape(sheet.columns[i]?.[lang] ?? '')}">${escape(cell[lang])}</td>`).join('')}</tr>`;
  const issued = sheet.on ? `<p>${escape(fill(words.issued[lang], { unit: issuer[lang], day: dayWritten(sheet.on, lang) }))}</p>` : '';
  return frame(look, `${unit[lang]} ${sheet.title[lang]}`, `<h1>${escape(sheet.title[lang])}</h1><p class="under">${escape(nameOf(unit, sheet.under, lang))}</p>${paragraphs(sheet.says)}
<table><thead><tr>${head}</tr></thead><tbody>${sheet.rows.map(row).join('')}</tbody></table>${paragraphs(sheet.foot)}${issued}<p>${escape(fill(words.place[lang], { place: sheet.place }))}</p>`, false);
};

export const noticeSays = (look: Look, what: 'gone' | 'absent' | 'slower'): string =>
  frame(look, words[what][look.lang], `<h1>${words[what][look.lang]}</h1><p>${words[`${what}Says`][look.lang]}</p>`, false);
