/** Pages for everybody: what hangs now, read on any phone without a script, and printed as it stands. */
import { createHash } from 'node:crypto';
import type { Lang, Text } from '../../workflows/kit/words.ts';
import type { Posted } from '../use-cases/read-posters.ts';

const STYLE = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1rem;font:1.0625rem/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline;border-bottom:1px solid #bbb;padding-bottom:.5rem}
a{color:#0b57a4;display:inline-block;padding:.35rem 0}h1{font-size:1.5rem;line-height:1.35;margin:1.25rem 0 .25rem}
.under{color:#444;margin:0 0 1rem}.demo{background:#fff3d6;border:1px solid #d9a400;padding:.35rem .75rem;margin:0 0 .75rem}
ul{list-style:none;padding:0}li{border-bottom:1px solid #ddd;padding:.5rem 0}li span{display:block;color:#444;font-size:.95rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #999;padding:.45rem .5rem;text-align:left;vertical-align:top}th{background:#f2f2f2}.n{text-align:right;white-space:nowrap}
footer{margin-top:2rem;border-top:1px solid #bbb;padding-top:.5rem;color:#444;font-size:.9rem}
@media (max-width:30rem){thead{position:absolute;left:-999rem}tr,td{display:block}tr{border-bottom:1px solid #999;padding:.4rem 0}td{border:0;padding:.1rem 0;text-align:left}td::before{content:attr(data-of) "：";color:#444}html[lang=en] td::before{content:attr(data-of) ": "}}
@media print{body{max-width:none;padding:0;font-size:12pt}header nav,.demo{display:none}thead{display:table-header-group}}
`;
const HASH = createHash('sha256').update(STYLE).digest('base64');
/** Nothing is loaded but the style that stands in the page. */
export const NOTICE_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

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
  demo: { zh: '演示数据：人物和事项均为虚构。', en: 'Demonstration: all people and cases are made up.' },
  other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Text>;
export type Look = { readonly lang: Lang; readonly path: string; readonly demo: boolean };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
const fill = (text: string, by: Readonly<Record<string, string>>): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');

const frame = ({ lang, path, demo }: Look, title: string, body: string, isList: boolean): string => {
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, noarchive">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
<header><nav>${isList ? '' : `<a href="/public/notices?lang=${lang}">${words.back[lang]}</a>`}</nav><nav><a href="${escape(path)}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other === 'zh' ? 'zh-CN' : 'en'}">${words.other[lang]}</a></nav></header>
<main>${demo ? `<p class="demo">${words.demo[lang]}</p>` : ''}${body}</main><footer>${words.foot[lang]}</footer></body></html>`;
};

/** The village, then what is said of it. */
const nameOf = (unit: Text, said: Text, lang: Lang): string => `${unit[lang]}${lang === 'zh' ? '　' : ', '}${said[lang]}`;

export const noticeList = (look: Look, posted: readonly Posted[]): string => {
  const { lang } = look;
  const item = ({ id, unit, sheet }: Posted): string =>
    `<li><a href="/public/notices/${encodeURIComponent(id)}?lang=${lang}">${escape(nameOf(unit, sheet.title, lang))}</a><span>${escape(sheet.under[lang])}${sheet.until ? ` · ${fill(words.until[lang], { day: sheet.until })}` : ''}</span></li>`;
  const body = posted.length === 0 ? `<p>${words.none[lang]}</p>` : `<ul>${posted.map(item).join('')}</ul>`;
  return frame(look, words.all[lang], `<h1>${words.all[lang]}</h1>${body}`, true);
};

export const noticePage = (look: Look, { unit, issuer, sheet }: Posted): string => {
  const { lang } = look;
  const paragraphs = (said: readonly Text[]): string => said.map((one) => `<p>${escape(one[lang])}</p>`).join('');
  const side = (i: number): string => (sheet.numeric.includes(i) ? ' class="n"' : '');
  const head = sheet.columns.map((one, i) => `<th scope="col"${side(i)}>${escape(one[lang])}</th>`).join('');
  const row = (cells: readonly Text[]): string => `<tr>${cells.map((cell, i) => `<td${side(i)} data-of="${escape(sheet.columns[i]?.[lang] ?? '')}">${escape(cell[lang])}</td>`).join('')}</tr>`;
  const issued = sheet.on ? `<p>${escape(fill(words.issued[lang], { unit: issuer[lang], day: sheet.on }))}</p>` : '';
  return frame(look, `${unit[lang]} ${sheet.title[lang]}`, `<h1>${escape(sheet.title[lang])}</h1><p class="under">${escape(nameOf(unit, sheet.under, lang))}</p>${paragraphs(sheet.says)}
<table><thead><tr>${head}</tr></thead><tbody>${sheet.rows.map(row).join('')}</tbody></table>${paragraphs(sheet.foot)}${issued}<p>${escape(fill(words.place[lang], { place: sheet.place }))}</p>`, false);
};

export const noticeSays = (look: Look, what: 'gone' | 'absent' | 'slower'): string =>
  frame(look, words[what][look.lang], `<h1>${words[what][look.lang]}</h1><p>${words[`${what}Says`][look.lang]}</p>`, false);
