/** What the office has and the mock has not: it takes a database, sealed files, or a press for documents. It says so, in place of “not found”. */
import type { Handler } from 'json-server';

/** By its first word, by what follows a case, or a process. */
const WHOLE = /^\/(sittings|phrases|imports|workbooks|ledger|live|messages|notifications\/settings|key-rotations|openapi\.json)(\/|$)/;
const OF_ONE = /^\/[a-z-]+\/[^/]+\/(papers\/[^/]+|(poster|report)\.(pdf|docx)|evidence|file|return|exchanged|roster|problems|workbook)$/;
const OF_ALL = /^\/[a-z-]+\/disclosure$/;

const saying = (meant: (path: string) => boolean): Handler => ({ path }, response, next) => (meant(path) ? response.status(501).json({ reason: 'server-only' }) : next());

/** Asked before cases are: it has the place of one’s id. */
export const ofProcesses = saying((path) => OF_ALL.test(path));
/** Asked after cases are: one that is not there is not found. */
export const serverOnly = saying((path) => WHOLE.test(path) || OF_ONE.test(path));

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>公开页面 Public page</title>
<body style="font-family:sans-serif;max-width:40em;margin:3em auto;padding:0 1em"><p>演示后端没有公开页面，请在正式系统中查看。</p><p lang="en">The mock has no public pages: please look at them in the real office.</p></body></html>`;

/** For people, who come here without the panel. */
export const publicPages: Handler = (_request, response) => response.status(501).set('Content-Type', 'text/html; charset=utf-8').end(PAGE);
