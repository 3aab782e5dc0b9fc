/** `npm run check-archive -- <package.zip>`: every file as listed, every row of the log as chained; ends with 1 where anything is wrong. */
import { checkArchive } from '../archive/check.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [path] = process.argv.slice(2);
if (path === undefined) {
  say('Name the package: npm run check-archive -- case-archive.zip');
  process.exit(2);
}
const { files, rows, faults } = await checkArchive(path);
for (const fault of faults) say(`RED ${fault}`);
say(faults.length === 0 ? `ok: ${files} files as listed, ${rows} rows as chained` : `RED: ${faults.length} wrong`);
process.exit(faults.length === 0 ? 0 : 1);
