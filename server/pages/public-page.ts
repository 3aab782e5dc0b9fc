/** A page for everybody, without a session: plain HTML in two languages, read on any phone without a script, and printed as it stands. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../workflows/kit/words.ts';
import { langOf } from '../routes/answers.ts';

const STYLE = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1rem;font:1.0625rem/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline;border-bottom:1px solid #bbb;padding-bottom:.5rem}
a{color:#0b57a4;display:inline-block;padding:.35rem 0}h1{font-size:1.5rem;line-height:1.35;margin:1.25rem 0 .25rem}
.under{color:#444;margin:0 0 1rem}.demo{background:#fff3d6;border:1px solid #d9a400;padding:.35rem .75rem;margin:0 0 .75rem}
ul{list-style:none;padding:0}li{border-bottom:1px solid #ddd;padding:.5rem 0}li span{display:block;color:#444;font-size:.95rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #999;padding:.45rem .5rem;text-align:left;vertical-align:top}th{background:#f2f2f2}.n{text-align:right;white-space:nowrap}
footer{margin-top:2rem;border-top:1px solid #bbb;padding-top:.5rem;color:#444;font-size:.9rem}
dl{display:grid;grid-template-columns:minmax(6em,30%) 1fr;gap:.4rem 1rem}dd{margin:0}
.standing{border:2px solid;border-radius:.5rem;padding:.5rem 1rem;font-size:1.3rem;font-weight:700}.valid{color:#1b5e20}.expired{color:#7a4f01}.revoked,.unknown{color:#a31515}
@media (max-width:30rem){thead{position:absolute;left:-999rem}tr,td{display:block}tr{border-bottom:1px solid #999;padding:.4rem 0}td{border:0;padding:.1rem 0;text-align:left}td::before{content:attr(data-of) "：";color:#444}html[lang=en] td::before{content:attr(data-of) ": "}}
@media print{body{max-width:none;padding:0;font-size:12pt}header nav,.demo{display:none}thead{display:table-header-group}}
`;
/** Nothing is loaded but the style that stands in the page. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const demoSays = { zh: '演示数据：人物和事项均为虚构。', en: 'Demonstration: all people and cases are made up.' };
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

/** In which language, at which address, and whether the office is a demonstration. */
export type Look = { readonly lang: Lang; readonly path: string; readonly demo: boolean };

/** The language as the address says (`?lang=en`), else as the browser asks. */
export const lookOf = (request: FastifyRequest, demo: boolean): Look => {
  const { lang } = request.query as { lang?: unknown };
  return { lang: lang === 'en' || lang === 'zh' ? lang : langOf(request), path: request.url.split('?')[0] ?? '', demo };
};

const tagOf = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');

/** `left`, `body` and `foot` are markup, every text in them made harmless. */
export const publicPage = ({ lang, path, demo }: Look, { title, left = '', body, foot = '' }: { readonly title: string; readonly left?: string; readonly body: string; readonly foot?: string }): string => {
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  return `<!doctype html><html lang="${tagOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, noarchive">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
<header><nav>${left}</nav><nav><a href="${escape(path)}?lang=${other}" lang="${tagOf(other)}" hreflang="${tagOf(other)}">${other === 'zh' ? '中文' : 'English'}</a></nav></header>
<main>${demo ? `<p class="demo">${demoSays[lang]}</p>` : ''}${body}</main>${foot && `<footer>${foot}</footer>`}</body></html>`;
};

export const sendPublicPage = (reply: FastifyReply, code: number, page: string): FastifyReply => reply.code(code).header('Content-Security-Policy', POLICY)
  .header('Cache-Control', 'no-store').header('X-Robots-Tag', 'noindex, noarchive').type('text/html; charset=utf-8').send(page);
