/** Four kinds of tests: pure ones, the panel in jsdom, the server on a real PostgreSQL, and whole stories in a browser, which have the machine to themselves. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ByPath } from './tests/tools/by-path.ts';

export default defineConfig({
  test: {
    // PostgreSQL writes everything down before it ends, which takes its time on a busy machine.
    teardownTimeout: 60_000,
    sequence: { sequencer: ByPath },
    projects: [
      {
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/server/**', 'tests/panel/**', 'tests/e2e/**'], environment: 'node', maxWorkers: '100%', testTimeout: 60_000 },
      },
      {
        plugins: [react()],
        test: { name: 'panel', include: ['tests/panel/**/*.test.ts', 'tests/panel/**/*.test.tsx'], environment: 'jsdom', maxWorkers: '100%', testTimeout: 20_000 },
      },
      {
        test: {
          name: 'server',
          sequence: { groupOrder: 1 },
          include: ['tests/server/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/tools/postgres-for-tests.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'e2e', sequence: { groupOrder: 2 }, include: ['tests/e2e/**/*.e2e.ts'], environment: 'node', globalSetup: ['tests/e2e/shared-office.ts'], fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
