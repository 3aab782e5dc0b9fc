/** The table of rooms: which files may import which, and what is said in one room only. */
import { readSource } from './reading.ts';
import type { Import, Read, Source } from './reading.ts';

type Room = {
  readonly name: string;
  readonly holds: (path: string) => boolean;
  /** The sentence that a wrong import meets. */
  readonly says: string;
  readonly may: (wanted: Import, from: string) => boolean;
};

const SHARED_FOLDERS = ['kit', 'office'];
const under = (...folders: string[]) => (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
const inKit = under('workflows/kit', 'workflows/office');
const inWorkflows = under('workflows');
const folderOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isPackage = (wanted: Import, ...names: string[]): boolean => !wanted.own && names.includes(wanted.target);
const DATABASE = ['kysely', 'pg', 'pg-boss'];

const ROOMS: readonly Room[] = [
  {
    name: 'workflows/kit and workflows/office', holds: inKit, says: 'imports itself, xstate and zod',
    may: (wanted) => (wanted.own ? inKit(wanted.target) : isPackage(wanted, 'xstate', 'zod')),
  },
  {
    name: 'the registry', holds: (path) => ['workflows/index.ts', 'workflows/registry.ts'].includes(path), says: 'imports workflows',
    may: (wanted) => wanted.own && inWorkflows(wanted.target),
  },
  {
    name: 'a workflow', holds: inWorkflows, says: 'imports its own folder, workflows/kit, workflows/office and zod',
    may: (wanted, from) => (wanted.own ? inKit(wanted.target) || folderOf(wanted.target) === folderOf(from) : isPackage(wanted, 'zod')),
  },
  {
    name: 'server/store', holds: under('server/store'), says: 'imports only types of workflows, and neither routes nor use cases',
    may: (wanted) => !wanted.own || (inWorkflows(wanted.target) ? wanted.typeOnly : under('server')(wanted.target) && !under('server/routes', 'server/use-cases')(wanted.target)),
  },
  {
    name: 'server/use-cases', holds: under('server/use-cases'), says: 'imports workflows and the store, never Fastify or routes',
    may: (wanted) => (wanted.own ? under('workflows', 'server')(wanted.target) && !under('server/routes')(wanted.target) : !/^@?fastify\b/.test(wanted.target) && !isPackage(wanted, ...DATABASE)),
  },
  {
    name: 'server/routes', holds: under('server/routes'), says: 'imports use cases, never the store or a database',
    may: (wanted) => (wanted.own ? under('workflows', 'server')(wanted.target) && !under('server/store')(wanted.target) : !isPackage(wanted, ...DATABASE)),
  },
  {
    name: 'server', holds: under('server'), says: 'imports workflows and itself',
    may: (wanted) => !wanted.own || under('workflows', 'server')(wanted.target),
  },
  {
    name: 'mock-api', holds: under('mock-api'), says: 'imports workflows and itself, and no database',
    may: (wanted) => (wanted.own ? under('workflows', 'mock-api')(wanted.target) : !isPackage(wanted, ...DATABASE)),
  },
  {
    name: 'admin', holds: under('admin'), says: 'imports workflows and itself, nothing of Node and no database',
    may: (wanted, from) => (wanted.own ? under('workflows', 'admin')(wanted.target) : !isPackage(wanted, ...DATABASE) && (from.endsWith('.config.ts') || !isPackage(wanted, 'node:'))),
  },
];

/** A statement starts small or in capitals; a sentence for people (“Select a village from the list”) does neither. */
const SQL = /^\s*(?:(?:select|SELECT)\s[^]*(?:from\s|FROM\s|\()|(?:insert|INSERT)\s+(?:into|INTO)\s|(?:update|UPDATE)\s+\S+\s+(?:set|SET)\s|(?:delete|DELETE)\s+(?:from|FROM)\s|(?:with|WITH)\s[^]*\s(?:as|AS)\s+\(|(?:create|alter|drop|truncate|CREATE|ALTER|DROP|TRUNCATE)\s+(?:or|unique|table|index|view|schema|extension|type|function|trigger|role|database|sequence|materialized|OR|UNIQUE|TABLE|INDEX|VIEW|SCHEMA|EXTENSION|TYPE|FUNCTION|TRIGGER|ROLE|DATABASE|SEQUENCE|MATERIALIZED)\s)/;
const BUILDERS = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'];
const isSpokenOf = under('admin', 'workflows', 'server', 'mock-api');

const sqlIn = ({ path }: Source, { strings, names, tags }: Read): string[] => {
  if (!isSpokenOf(path) || path.startsWith('server/store/')) return [];
  const speaks = strings.some((text) => SQL.test(text)) || tags.has('sql') || BUILDERS.some((name) => names.has(name));
  return speaks ? [`${path}: SQL stands in server/store only`] : [];
};

const xstateIn = ({ path }: Source, { imports }: Read): string[] =>
  isSpokenOf(path) && !inWorkflows(path) && imports.some(({ own, target }) => !own && (target === 'xstate' || target.startsWith('@xstate/'))) ? [`${path}: xstate stands in workflows/ only`] : [];

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A name of one word is an ordinary word too: as such only a string that is exactly it counts. */
const says = (name: string, { text }: Source, { strings, names }: Read): boolean => {
  if (!name.includes('-')) return strings.includes(name);
  const inCode = camel(name);
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text) || [...names].some((one) => one.toLowerCase().includes(inCode.toLowerCase()));
};

const namesIn = (source: Source, read: Read, workflows: readonly string[]): string[] =>
  inKit(source.path) || under('server', 'admin', 'mock-api')(source.path)
    ? workflows.filter((name) => says(name, source, read)).map((name) => `${source.path}: names the workflow ${name}, which only its own folder and the registry may`)
    : [];

const importsIn = ({ path }: Source, { imports }: Read): string[] => {
  const room = ROOMS.find(({ holds }) => holds(path));
  return room ? imports.filter((wanted) => !room.may(wanted, path)).map(({ target }) => `${path}: ${room.name} ${room.says}, not ${target}`) : [];
};

/** Folders of workflows/ that hold a process. */
export const workflowsAmong = (paths: readonly string[]): string[] =>
  [...new Set(paths.flatMap((path) => /^workflows\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? []))].filter((name) => !SHARED_FOLDERS.includes(name));

/** One sentence for each thing that stands in the wrong room. */
export const wrongRooms = (sources: readonly Source[]): string[] => {
  const workflows = workflowsAmong(sources.map(({ path }) => path));
  return sources.flatMap((source) => {
    const read = readSource(source);
    return [...importsIn(source, read), ...sqlIn(source, read), ...xstateIn(source, read), ...namesIn(source, read, workflows)];
  });
};
