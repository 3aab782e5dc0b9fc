/** `npm run bench-find [-- --residents N --rounds N]`: how long it takes to find somebody among very many, over HTTP, by everything people are looked for by; and the pages of the register against their SQL alone. */
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKeys } from '../../server/keys/keys.ts';
import { cursorOf } from '../../server/list-dialect.ts';
import { demoUnits } from '../../workflows/office/units.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { signIn } from './desks.ts';
import { conclude, say } from './goals.ts';
import type { Goal } from './goals.ts';
import { addResidents, DISTRICT } from './many-residents.ts';
import type { Known } from './many-residents.ts';
import { ask, at, hangUp, listPath, measurePages } from './pages.ts';
import type { Page } from './pages.ts';
import { startRecorder, startReplayer } from './statements.ts';
import type { Asked } from './statements.ts';

const { values } = parseArgs({ options: { residents: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } } });
const [residents, rounds] = [values.residents, values.rounds].map(Number) as [number, number];
const TIMES = 15;
const WARM = 4;
const [MOST_MS, PAGE_MS] = [50, 20];
/** All see the whole town; one alone would be slowed. */
const PEOPLE = ['town1', 'town2', 'town3', 'town4', 'reviewer1', 'reviewer2', 'reviewer3', 'finance1', 'finance2', 'head1', 'head2'];

/** `most`: milliseconds, where a person does not wait for it while typing. */
type Kind = { readonly name: string; readonly filters: readonly object[]; readonly sort?: readonly [string, string]; readonly most?: number };
const best = ['relevance', 'ASC'] as const;
const typed = (name: string, ...words: string[]): Kind => ({ name, filters: words.map((q) => ({ q })), sort: best });

const kinds = (known: readonly Known[]): readonly Kind[] => [
  typed('whole name', '王晓涵', '李文静', '赵志远', '陈安宁'),
  typed('part of a name, two characters', '晓涵', '王晓', '志远', '文静'),
  typed('one character', '王', '涵', '晓', '汪'),
  typed('pinyin', 'wangxiaohan', 'liwenjing', 'zhaozhiyuan', 'chenanning'),
  typed('part of the pinyin', 'xiaohan', 'wangxiao', 'zhiy', 'wenji'),
  typed('initials', 'wxh', 'lwj', 'zzy', 'can'),
  typed('two letters', 'wx', 'li', 'zh', 'ma'),
  typed('one letter', 'w', 'l', 'x', 'z'),
  typed('village and name', '东湾 王晓涵', '柳岸 李', '石桥村 wxh', '新桥 陈安宁'),
  typed('a village', '东湾', '柳岸社区', '石桥村', '双井'),
  typed('the code of a village', '999901101201', '999901101001', '999901101203', '999901101209'),
  typed('code', '999901101201010001', '99990110100102', '9999011012030300', '999901101209050120'),
  typed('nobody', '欧阳无名', 'qqqq', '查无', 'xyzzy'),
  { name: 'telephone', filters: known.slice(0, 60).map(({ phone: q }) => ({ q })), sort: best },
  { name: 'ID number', filters: known.slice(60, 120).map(({ idNumber }) => ({ idNumber })) },
  { name: 'households by a member', filters: ['王晓涵', 'wxh', '晓涵', 'liwenjing'].map((q) => ({ q })) },
  { name: 'a list in the order of names', filters: ['王晓', 'wxh', '晓涵', 'zzy'].map((q) => ({ q })), sort: ['name', 'ASC'] },
  { name: 'a list in the order of numbers, of very many', filters: ['王', 'li', 'wx', 'z'].map((q) => ({ q })), sort: ['id', 'ASC'], most: 200 },
];

/** Milliseconds of each asking, in turns over the filters and the people. */
const timesOf = async (base: string, cookies: readonly string[], path: string, kind: Kind): Promise<{ all: number[]; totals: Set<string> }> => {
  const all: number[] = [];
  const totals = new Set<string>();
  for (let n = 0; n < rounds * TIMES; n += 1) {
    const began = performance.now();
    const answer = await ask(base, path, cookies[n % cookies.length] ?? '', { filter: kind.filters[n % kind.filters.length], range: [0, 9], ...(kind.sort && { sort: kind.sort }) });
    if (answer.status !== 200) throw new Error(`${kind.name}: ${answer.status} ${answer.text}`);
    if (n >= WARM) all.push(performance.now() - began);
    if (n < 4) totals.add(answer.total);
  }
  return { all, totals };
};

const isPlanned = ({ text }: Asked): boolean => /^\s*(?:select|with)\b/.test(text) && /"(?:residents|households)" r|residents r/.test(text);

const keysDir = (folder: string): string => join(folder, 'keys');
const folder = temporaryFolder('casework-find-');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];

try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}`);
  await office.start();
  const keys = loadKeys(keysDir(folder.path));
  const began = performance.now();
  const known = await addResidents(office.databaseUrl(), keys, residents);
  say(`${residents} residents were added in ${((performance.now() - began) / 1000).toFixed(0)} s, their indexes made\n`);
  const cookies = await Promise.all(PEOPLE.map((person) => signIn(office.base, person)));
  const cookie = cookies[0] ?? '';
  const recorder = await startRecorder(office.databaseUrl(), keys, DISTRICT);
  const replayer = await startReplayer(office.databaseUrl());

  const planOf = async (path: string, body?: object): Promise<string> => (await replayer.indexesOf((await recorder.record(path, cookie, body)).filter(isPlanned))).join(', ');
  for (const kind of kinds(known)) {
    const path = kind.name.startsWith('households') ? '/api/households/search' : '/api/residents/search';
    const { all, totals } = await timesOf(office.base, cookies, path, kind);
    const [median, p95] = [at(all, 0.5), at(all, 0.95)];
    const plan = await planOf(path, { filter: kind.filters[0], range: [0, 9], ...(kind.sort && { sort: kind.sort }) });
    say(`  ${kind.name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; finds ${[...totals].join(', ')}; by ${plan}`);
    const most = kind.most ?? MOST_MS;
    goals.push({ name: `${kind.name}: median below ${most} ms`, met: median < most, figure: `${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms` });
  }

  const middle = `m${String(Math.floor(residents / 2)).padStart(7, '0')}`;
  const list = (asked: Record<string, unknown>): string => listPath('residents', asked);
  const village = demoUnits.at(-3)?.id ?? '';
  const page = (name: string, asked: Record<string, unknown>, deepOf?: string, most = PAGE_MS): Page => ({ name: `list, ${name}`, path: list(asked), most, ...(deepOf !== undefined && { deepOf: `list, ${deepOf}` }) });
  say('');
  goals.push(...(await measurePages({ base: office.base, cookie, times: rounds * TIMES, recorder, replayer, isPlanned }, [
    page('first page', { sort: ['id', 'ASC'] }),
    page('deep page', { sort: ['id', 'ASC'], after: cursorOf(middle, middle) }, 'first page'),
    page('by name', { sort: ['name', 'ASC'] }),
    page('by name, deep', { sort: ['name', 'ASC'], after: cursorOf('宋思涵', middle) }, 'by name'),
    page('filtered, by code', { filter: { status: 'active', marital: '10' }, sort: ['code', 'DESC'] }),
    page('a filter that few meet', { filter: { status: 'moved' }, sort: ['name', 'ASC'] }, undefined, 100),
    page('a village, by the last check', { filter: { unit: village }, sort: ['lastVerified', 'ASC'] }),
    page('a village, deep', { filter: { unit: village }, sort: ['id', 'DESC'], after: cursorOf(middle, middle) }),
  ])));
  await replayer.end();
  await recorder.end();
} finally {
  hangUp();
  await office.stop();
  folder.remove();
}

conclude(goals);
