/** Four kinds of tests: pure ones, the panel in jsdom, the server on a real PostgreSQL, and whole stories in a browser, which have the machine to themselves. */
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ByPath } from './tests/tools/by-path.ts';

/** As long together as all the others. */
const LONG = ['claim', 'desk', 'language', 'nomination', 'notice', 'whole-month'].map((story) => `tests/e2e/${story}.e2e.ts`);

/** A lane of stories, told one after the other at an office of their own. A browser story waits more than it works: the two lanes side by side fill two cores. An office that is open already is one for both. */
const storiesOf = (name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration => ({
  test: {
    name, include, exclude,
    sequence: { groupOrder: 2 },
    environment: 'node',
    globalSetup: ['tests/e2e/shared-office.ts'],
    setupFiles: ['tests/e2e/turns.ts'],
    maxWorkers: process.env['OFFICE_AT'] ? 1 : 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

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
      storiesOf('e2e', ['tests/e2e/**/*.e2e.ts'], LONG),
      storiesOf('e2e-long', LONG),
    ],
  },
});
