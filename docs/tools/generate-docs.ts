/** Writes docs/workflows/ from the registry and docs/checks.md from the checks; with `--check` it writes nothing and fails where a page is out of date. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflows } from '../../workflows/index.ts';
import { checksPage } from './checks-page.ts';
import { indexOf, pageOf } from './workflow-page.ts';

const DOCS = join(import.meta.dirname, '..');
const WORKFLOWS = 'workflows';
const pages = new Map([
  ['checks.md', checksPage()],
  [`${WORKFLOWS}/README.md`, indexOf(workflows)],
  ...workflows.map((one): [string, string] => [`${WORKFLOWS}/${one.name}.md`, pageOf(one)]),
]);

mkdirSync(join(DOCS, WORKFLOWS), { recursive: true });
const left = readdirSync(join(DOCS, WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`).filter((name) => name.endsWith('.md') && !pages.has(name));
const changed = [...pages].filter(([name, page]) => !existsSync(join(DOCS, name)) || readFileSync(join(DOCS, name), 'utf8') !== page);

if (process.argv.includes('--check')) {
  for (const name of [...changed.map(([page]) => page), ...left]) process.stderr.write(`docs/${name} is out of date: run npm run docs.\n`);
  process.exit(changed.length + left.length > 0 ? 1 : 0);
}
for (const [name, page] of changed) writeFileSync(join(DOCS, name), page);
for (const name of left) rmSync(join(DOCS, name));
process.stdout.write(`docs: ${changed.length} written, ${left.length} removed.\n`);
