/** The account PostgreSQL runs in: our own, or an unprivileged one where root starts us, as PostgreSQL refuses root. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { CannotStart } from './cannot-start.ts';

/** Empty when no change of account is needed. */
export type Account = { readonly uid?: number; readonly gid?: number };

const isRoot = (): boolean => process.getuid?.() === 0;

const nobody = (): Account => {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) throw new CannotStart('PostgreSQL does not run as root and there is no account "nobody" to run it in: start the server as an ordinary user, or set DATABASE_URL.');
  return { uid: Number(uid), gid: Number(gid) };
};

/** The owner of the cluster where there is one, so that a folder once made goes on working. */
export const accountFor = (cluster: string): Account => {
  if (!isRoot()) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
};

/** Whether the account can work in a folder, whatever its parents' modes and lists say. */
export const canEnter = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...account, cwd: '/' }).status === 0;
