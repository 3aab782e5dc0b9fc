/** Every file stands in its room: the table of rooms against the real imports. */
import { expect, test } from 'vitest';
import { readSource } from './tools/reading.ts';
import { workflowsAmong, wrongRooms } from './tools/rooms.ts';
import { sourcesOf } from './tools/sources.ts';

test('every file imports what its room may import and says what its room may say', () => {
  const sources = sourcesOf();
  expect(sources.length).toBeGreaterThan(40);
  expect(wrongRooms(sources)).toEqual([]);
});

const WORKFLOWS = ['workflows/leaf-raking/index.ts', 'workflows/visit/index.ts', 'workflows/kit/index.ts'];
/** What the checker says of one planted file in an office of two workflows. */
const planted = (path: string, text: string): string[] => wrongRooms([...WORKFLOWS.map((one) => ({ path: one, text: '' })), { path, text }]);

test('folders of processes are workflows, the shared ones are not', () => {
  expect(workflowsAmong(WORKFLOWS)).toEqual(['leaf-raking', 'visit']);
});

test.each([
  ['a workflow imports another workflow', 'workflows/visit/rules.ts', `import { a } from '../leaf-raking/index.ts';`],
  ['a workflow re-exports another workflow', 'workflows/visit/rules.ts', `export * from '../leaf-raking/index.ts';`],
  ['a workflow takes a type of another workflow', 'workflows/visit/rules.ts', `type A = import('../leaf-raking/index.ts').A;`],
  ['a workflow imports the registry', 'workflows/visit/rules.ts', `import { all } from '../index.ts';`],
  ['a workflow imports xstate', 'workflows/visit/rules.ts', `import { setup } from 'xstate';`],
  ['a workflow imports React', 'workflows/visit/rules.ts', `import { useState } from 'react';`],
  ['a workflow imports Node', 'workflows/visit/rules.ts', `import { readFileSync } from 'node:fs';`],
  ['a workflow loads the server', 'workflows/visit/rules.ts', `const a = await import('../../server/main.ts');`],
  ['the kit imports a workflow', 'workflows/kit/a.ts', `import type { A } from '../visit/index.ts';`],
  ['the kit imports Node', 'workflows/kit/a.ts', `import { hash } from 'node:crypto';`],
  ['the office imports a database', 'workflows/office/a.ts', `import { Pool } from 'pg';`],
  ['the registry imports a package', 'workflows/index.ts', `import { z } from 'zod';`],
  ['the store runs the kit', 'server/store/a.ts', `import { decide } from '../../workflows/kit/decide.ts';`],
  ['the store imports a use case', 'server/store/a.ts', `import type { A } from '../use-cases/a.ts';`],
  ['the store imports a route', 'server/store/a.ts', `export { a } from '../routes/a.ts';`],
  ['a use case imports Fastify', 'server/use-cases/a.ts', `import type { FastifyRequest } from 'fastify';`],
  ['a use case imports a plugin of Fastify', 'server/use-cases/a.ts', `import cookie from '@fastify/cookie';`],
  ['a use case imports a route', 'server/use-cases/a.ts', `import { a } from '../routes/a.ts';`],
  ['a use case imports the database', 'server/use-cases/a.ts', `import { Client } from 'pg';`],
  ['a route imports the store', 'server/routes/a.ts', `import { a } from '../store/a.ts';`],
  ['a route imports the query builder', 'server/routes/a.ts', `import type { Kysely } from 'kysely';`],
  ['the server imports the panel', 'server/a.ts', `import { a } from '../admin/a.ts';`],
  ['the server imports the mock', 'server/a.ts', `const a = require('../mock-api/a.ts');`],
  ['the mock imports the server', 'mock-api/a.ts', `import { a } from '../server/a.ts';`],
  ['the mock imports the panel', 'mock-api/a.ts', `import { a } from '../admin/a.ts';`],
  ['the panel imports the server', 'admin/a.tsx', `import { a } from '../server/a.ts'; export const A = () => <p />;`],
  ['the panel imports the mock', 'admin/a.ts', `import { a } from '../mock-api/a.ts';`],
  ['the panel imports Node', 'admin/a.ts', `import { join } from 'node:path';`],
  ['the panel imports the tests', 'admin/a.ts', `import { a } from '../tests/a.ts';`],
  ['the panel imports xstate', 'admin/a.ts', `import { createMachine } from 'xstate';`],
  ['the server imports xstate', 'server/use-cases/a.ts', `import { transition } from 'xstate';`],
  ['the mock imports the graph of xstate', 'mock-api/a.ts', `import { getPaths } from '@xstate/graph';`],
  ['a use case selects', 'server/use-cases/a.ts', 'const q = `select id from cases where id = ${1}`;'],
  ['a route inserts', 'server/routes/a.ts', `run('INSERT INTO log VALUES (1)');`],
  ['the server updates', 'server/a.ts', `run('update cases set state = 1');`],
  ['the server deletes', 'server/a.ts', `run('delete from cases');`],
  ['the server makes a table', 'server/a.ts', 'run(`\n  create table cases (id text)`);'],
  ['a use case writes a tagged statement', 'server/use-cases/a.ts', 'const q = sql`now()`;'],
  ['a use case builds a query', 'server/use-cases/a.ts', `db.selectFrom('cases');`],
  ['the kit names a workflow', 'workflows/kit/a.ts', `const a = name === 'leaf-raking';`],
  ['the office names a workflow in a comment', 'workflows/office/a.ts', `/** As leaf-raking wants it. */`],
  ['the server names a workflow as a word of code', 'server/use-cases/a.ts', `const leafRakingCases = [];`],
  ['the panel names a workflow of one word', 'admin/a.tsx', `export const A = () => <List resource="visit" />;`],
  ['the mock names a workflow', 'mock-api/a.ts', 'const path = `/api/leaf-raking`;'],
])('catches it when %s', (_, path, text) => {
  expect(planted(path, text)).toEqual([expect.stringContaining(`${path}: `)]);
});

test.each([
  ['a workflow on kit, office, zod and itself', 'workflows/visit/rules.ts', `import { z } from 'zod'; import { a } from '../kit/a.ts'; import { b } from '../office/b.ts'; import { c } from './forms.ts'; const own = 'visit';`],
  ['the registry on its workflows', 'workflows/index.ts', `import { a } from './visit/index.ts'; import type { B } from './kit/b.ts';`],
  ['the store on types of workflows, with statements', 'server/store/a.ts', 'import type { Case } from "../../workflows/kit/words.ts"; import { Kysely } from "kysely"; const q = sql`select 1`;'],
  ['a use case on workflows and the store', 'server/use-cases/a.ts', `import { decide } from '../../workflows/kit/decide.ts'; import { a } from '../store/a.ts';`],
  ['a sentence that selects', 'admin/a.tsx', `const a = 'Select a village from the list'; const b = 'update'; const c = 'to visit: an ordinary word';`],
  ['a test on everything', 'tests/a.test.ts', `import { a } from '../server/store/a.ts'; import { createMachine } from 'xstate'; run('select 1 from cases'); const w = 'leaf-raking';`],
])('lets %s pass', (_, path, text) => {
  expect(planted(path, text)).toEqual([]);
});

test('a file that does not parse is an error, not a pass', () => {
  expect(() => readSource({ path: 'server/a.ts', text: 'const = ;' })).toThrow(/does not parse/);
});
