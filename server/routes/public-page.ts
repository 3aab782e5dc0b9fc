/** A page for people without a session: plain HTML in two languages, no script, nothing loaded from anywhere. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../workflows/kit/words.ts';
import { langOf } from './answers.ts';

const STYLE = `
:root{color-scheme:light dark;font:18px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
body{margin:0 auto;max-width:40rem;padding:1rem}
header{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap;border-bottom:1px solid;padding-bottom:.5rem}
h1{font-size:1.4rem;line-height:1.4}
dl{display:grid;grid-template-columns:minmax(6em,30%) 1fr;gap:.4rem 1rem}
dd{margin:0;overflow-wrap:anywhere}
.standing{border:2px solid;border-radius:.5rem;padding:.5rem 1rem;font-size:1.3rem;font-weight:700}
.valid{color:#1b5e20}.expired{color:#7a4f01}.revoked,.unknown{color:#a31515}
@media (prefers-color-scheme:dark){.valid{color:#8fd694}.expired{color:#f0c36d}.revoked,.unknown{color:#ff9c94}a{color:#9cc4ff}}
@media print{header a{display:none}}
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

/** As the address says (`?lang=en`), else as the browser asks. */
export const pageLang = (request: FastifyRequest): Lang => {
  const { lang } = request.query as { lang?: unknown };
  return lang === 'en' || lang === 'zh' ? lang : langOf(request);
};

export type Page = { readonly lang: Lang; readonly office: string; readonly title: string; /** Markup, every text in it made harmless. */ readonly body: string };

export const sendPublicPage = (reply: FastifyReply, status: number, { lang, office, title, body }: Page): FastifyReply => {
  const other = lang === 'zh' ? '<a href="?lang=en" lang="en" hreflang="en">English</a>' : '<a href="?lang=zh" lang="zh-CN" hreflang="zh-CN">中文</a>';
  return reply.code(status).header('Content-Security-Policy', POLICY).header('Cache-Control', 'no-store').header('X-Robots-Tag', 'noindex').type('text/html; charset=utf-8').send(
    `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${html(title)}</title><style>${STYLE}</style></head>` +
    `<body><header><span>${html(office)}</span>${other}</header><main><h1>${html(title)}</h1>${body}</main></body></html>`);
};
