/** `npm run new-workflow <name>`: a folder, a line in the registry and a page; it runs at once, in every room. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesFor, registerIn } from './workflow-template.ts';

const ROOT = join(import.meta.dirname, '../..');
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const [name = ''] = process.argv.slice(2);
const folder = join(ROOT, 'workflows', name);
const wrong = !NAME.test(name) ? 'Give it a name in kebab-case, for example: npm run new-workflow leaf-raking' : existsSync(folder) ? `workflows/${name} is there already.` : null;
if (wrong) {
  process.stderr.write(`${wrong}\n`);
  process.exit(1);
}

mkdirSync(folder);
for (const [file, text] of Object.entries(filesFor(name))) writeFileSync(join(folder, file), text);
const registry = join(ROOT, 'workflows/registry.ts');
writeFileSync(registry, registerIn(readFileSync(registry, 'utf8'), name));
process.stdout.write(`workflows/${name} is there and in the registry. Next: its states and arrows in index.ts, its forms and words beside it.\n`);
// In a process of its own: this one has read the registry as it was.
process.exit(spawnSync(process.execPath, [join(import.meta.dirname, 'generate-docs.ts')], { stdio: 'inherit' }).status ?? 1);
