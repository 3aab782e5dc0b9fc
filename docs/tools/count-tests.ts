/** Sums vitest's JSON report into `<passed> <failed>`; a file that could not be run counts as one failed. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const count = (path: string): { passed: number; failed: number } => {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const { success, testResults } = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = all.filter(({ status }) => status === 'passed').length;
  const failed = all.filter(({ status }) => status === 'failed').length + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  return { passed, failed: failed === 0 && (!success || passed === 0) ? 1 : failed };
};

const { passed, failed } = count(process.argv[2] ?? '');
process.stdout.write(`${passed} ${failed}\n`);
