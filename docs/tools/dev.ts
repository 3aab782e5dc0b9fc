/** `npm run dev`: the server, restarted when it changes, and Vite in front of it, until either ends or Ctrl-C. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const server = ['--watch-path=server', '--watch-path=workflows', '--watch-preserve-output', 'server/bin/serve.ts'];

const both = [server, [vite, 'admin']].map((args) => spawn(process.execPath, args, { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' }));
for (const one of both) one.on('exit', () => both.forEach((other) => other.kill('SIGTERM')));
