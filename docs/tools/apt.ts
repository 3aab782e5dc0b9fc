/** Installs packages of Debian, as root or by sudo that asks for nothing. */
import { spawnSync } from 'node:child_process';

/** False where it could not. */
export const apt = (...args: string[]): boolean => {
  const command = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [first = '', ...rest] = [...command, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-q', ...args];
  return spawnSync(first, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
};
