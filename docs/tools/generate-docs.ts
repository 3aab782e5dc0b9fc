/** Writes docs/workflows/ from the registry; with `--check` it writes nothing and fails where a page is out of date. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflows } from '../../workflows/index.ts';
import { indexOf, pageOf } from './workflow-page.ts';

const FOLDER = join(import.meta.dirname, '../workflows');
const pages = new Map([['README.md', indexOf(workflows)], ...workflows.map((one): [string, string] => [`${one.name}.md`, pageOf(one)])]);

mkdirSync(FOLDER, { recursive: true });
const left = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && !pages.has(name));
const changed = [...pages].filter(([name, page]) => !existsSync(join(FOLDER, name)) || readFileSync(join(FOLDER, name), 'utf8') !== page);

if (process.argv.includes('--check')) {
  for (const name of [...changed.map(([page]) => page), ...left]) process.stderr.write(`docs/workflows/${name} is out of date: run npm run docs.\n`);
  process.exit(changed.length + left.length > 0 ? 1 : 0);
}
for (const [name, page] of changed) writeFileSync(join(FOLDER, name), page);
for (const name of left) rmSync(join(FOLDER, name));
process.stdout.write(`docs/workflows: ${changed.length} written, ${left.length} removed.\n`);
