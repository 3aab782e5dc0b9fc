/** Folders for one test, gone with it. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Others may pass through, as PostgreSQL's account must where root runs the tests. */
export const temporaryFolder = (name = 'casework test 数据 '): { path: string; remove(): void } => {
  const path = mkdtempSync(join(realpathSync(tmpdir()), name));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
};
