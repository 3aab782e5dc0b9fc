/** A new workflow is one folder and one registry line, and stands on its feet at once. */
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { filesFor, registerIn } from '../docs/tools/workflow-template.ts';
import { forbiddenWords } from './tools/forbidden.ts';
import { temporaryFolder } from './tools/folders.ts';
import { wrongRooms } from './tools/rooms.ts';
import { ROOT } from './tools/sources.ts';

const run = promisify(execFile);
const CHECK = `
  const { checkWorkflow } = await import(process.argv[1] + '/kit/check.ts');
  const { leafRaking } = await import(process.argv[1] + '/leaf-raking/index.ts');
  const world = { at: '2026-11-23T01:00:00.000Z', unit: 'U01', free: { residents: [], households: [] }, cases: () => [] };
  console.log(JSON.stringify(checkWorkflow(leafRaking, world)));
`;

test('the kit finds nothing wrong with it', async () => {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  for (const shared of ['kit', 'office']) symlinkSync(join(ROOT, 'workflows', shared), join(path, shared));
  mkdirSync(join(path, 'leaf-raking'));
  for (const [file, text] of Object.entries(filesFor('leaf-raking'))) writeFileSync(join(path, 'leaf-raking', file), text);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', CHECK, path]);
  expect(JSON.parse(stdout)).toEqual([]);
});

test('it stands in its room and says nothing forbidden', () => {
  const sources = Object.entries(filesFor('leaf-raking')).map(([file, text]) => ({ path: `workflows/leaf-raking/${file}`, text }));
  expect(wrongRooms(sources)).toEqual([]);
  expect(sources.flatMap(forbiddenWords)).toEqual([]);
});

test('the registry gets one line, and keeps the rest', () => {
  const empty = '/** The registry: one line per process. */\n';
  const one = registerIn(empty, 'leaf-raking');
  expect(one).toBe(`${empty}export { leafRaking } from './leaf-raking/index.ts';\n`);
  expect(registerIn(one, 'visit')).toBe(`${one}export { visit } from './visit/index.ts';\n`);
});
