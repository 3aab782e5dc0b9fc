/** The bare transaction, by Debian's pgbench: what the same database does when nothing stands before it. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const KEPT = join(import.meta.dirname, '../../node_modules/.cache/township-casework');
const ROWS = 4000;

/** How pgbench says its statements: as text each time, as it does where it is told nothing; or prepared once per connection, as the office says its own. */
export const SAID = ['simple', 'prepared'] as const;
export type Said = (typeof SAID)[number];
export type Bare = {
  /** Transactions per second at so many connections. */
  measure(connections: number, seconds: number, said: Said): number;
};
type Tool = { readonly path: string; readonly libraries: string | null };

const works = ({ path, libraries }: Tool): boolean =>
  spawnSync(path, ['--version'], { env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } }).status === 0;

const find = (): Tool | null => {
  const installed = [...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'pgbench')), ...globSync('/usr/lib/postgresql/*/bin/pgbench')];
  const fetched = globSync(join(KEPT, 'usr/lib/postgresql/*/bin/pgbench'));
  const candidates = [...installed.map((path) => ({ path, libraries: null })), ...fetched.map((path) => ({ path, libraries: globSync(join(KEPT, 'usr/lib/*-linux-gnu')).join(':') }))];
  return candidates.find((tool) => existsSync(tool.path) && works(tool)) ?? null;
};

const run = (command: string, ...args: string[]): string | null => {
  const { status, stdout } = spawnSync(command, args, { cwd: KEPT, encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return status === 0 ? stdout : null;
};

/** Downloaded and unpacked, not installed: Debian's package would start a server of its own. */
const fetchTool = (): void => {
  mkdirSync(KEPT, { recursive: true });
  const name = /postgresql-\d+/.exec(run('apt-cache', 'depends', '--important', 'postgresql') ?? '')?.[0];
  if (name === undefined && process.getuid?.() === 0) run('apt-get', '-q', 'update');
  run('apt-get', 'download', name ?? /postgresql-\d+/.exec(run('apt-cache', 'depends', '--important', 'postgresql') ?? '')?.[0] ?? 'postgresql-15', 'libpq5');
  for (const file of readdirSync(KEPT).filter((one) => one.endsWith('.deb'))) run('dpkg-deb', '-x', file, KEPT);
};

const tool = (): Tool => {
  const found = find();
  if (found) return found;
  fetchTool();
  const fetched = find();
  if (!fetched) throw new Error('There is no pgbench, and it could not be fetched: install it (Debian: sudo apt-get install postgresql-contrib) and run the bench again.');
  return fetched;
};

const SCRIPT = `\\set id random(1, ${ROWS})
begin;
select state, version, data from bare.cases where id = :id for update;
update bare.cases set state = 'returned', version = version + 1 where id = :id;
insert into bare.log (case_id, version, row) values (:id, 2, '{"type":"sendBack","from":"townCheck","to":"returned"}');
commit;
`;

const TABLES = `
  create schema bare;
  create table bare.cases (id integer primary key, state text not null, version integer not null, data jsonb not null) with (fillfactor = 80);
  create table bare.log (id bigint generated always as identity primary key, case_id integer not null, version integer not null, row jsonb not null);
  insert into bare.cases select n, 'townCheck', 1, jsonb_build_object('text', repeat('x', 1000)) from generate_series(1, ${ROWS}) n;
  vacuum analyze bare.cases`;

/** `folder` takes the script. The tables stand in a schema of their own, in the same database. */
export const prepareBare = async (url: string, folder: string): Promise<Bare> => {
  const { path, libraries } = tool();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of TABLES.split(';')) await client.query(statement);
  } finally {
    await client.end();
  }
  const script = join(folder, 'bare.sql');
  writeFileSync(script, SCRIPT);
  const { username, port, pathname, searchParams } = new URL(url);
  const env = { ...process.env, PGHOST: searchParams.get('host') ?? 'localhost', PGPORT: port, PGUSER: username, PGDATABASE: pathname.slice(1), ...(libraries && { LD_LIBRARY_PATH: libraries }) };
  return {
    measure: (connections, seconds, said) => {
      const { stdout, stderr } = spawnSync(path, ['-n', '-M', said, '-f', script, '-c', String(connections), '-j', String(Math.min(2, connections)), '-T', String(seconds)], { env, encoding: 'utf8' });
      const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (tps === undefined) throw new Error(`pgbench said: ${stderr.trim()}`);
      return Number(tps);
    },
  };
};
