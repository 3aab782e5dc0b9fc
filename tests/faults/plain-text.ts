/** Looks for numbers in plain text through all an office keeps: every table, and every file of its folder but the keys. */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Runs of digits (an ID number may end in X), bounded: what an ID number or a telephone number would be found as. */
const NUMBERS = /(?<![0-9])[0-9]{11}(?:[0-9]{6}[0-9Xx])?(?![0-9])/g;
const LONGEST = 18;

const foundIn = (text: string, wanted: ReadonlySet<string>): string[] => [...text.matchAll(NUMBERS)].map(([number]) => number.toUpperCase()).filter((number) => wanted.has(number));

/** A number may lie across two parts of a file. */
const inFile = async (path: string, wanted: ReadonlySet<string>): Promise<string[]> => {
  const found: string[] = [];
  let tail = '';
  for await (const part of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = tail + String(part);
    found.push(...foundIn(text, wanted));
    tail = text.slice(-LONGEST);
  }
  return found.map((number) => `${path}: ${number}`);
};

const filesBelow = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));

/** `table: number` for each that stands in the open. Compressed values are seen here, not in the files. */
export const plainInTables = async (url: string, wanted: ReadonlySet<string>): Promise<{ rows: number; found: string[] }> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  let rows = 0;
  const found: string[] = [];
  try {
    const tables = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    for (const { name } of tables.rows) {
      const all = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      rows += all.rows.length;
      for (const { row } of all.rows) found.push(...foundIn(row, wanted).map((number) => `${name}: ${number}`));
    }
  } finally {
    await client.end();
  }
  return { rows, found };
};

export const plainInFiles = async (folder: string, wanted: ReadonlySet<string>): Promise<{ files: number; found: string[] }> => {
  const files = filesBelow(folder).filter((path) => !path.includes('/keys/'));
  const found: string[] = [];
  for (const path of files) found.push(...(await inFile(path, wanted)));
  return { files: files.length, found };
};
