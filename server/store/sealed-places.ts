/** Every place of the database where something is sealed, and how a row of it is sealed under the keys of now. */
import type { Data, Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { isSealed, open, place, sealAnew } from '../keys/seal.ts';
import { ownPlace } from './bulk-run.ts';
import { rowId } from './case-rows.ts';
import { draftPlace } from './drafts.ts';
import { addressOf, contentPlace, namePlace } from './files.ts';
import type { Secret } from './files.ts';
import { recipientPlace } from './messages.ts';
import { phrasePlace } from './phrases.ts';
import { reachPlace } from './reach.ts';
import { fieldsOfRegister } from './register-fields.ts';
import { fromRow, toRow } from './register-rows.ts';
import type { Row } from './register-rows.ts';
import { workbookPlace } from './workbooks.ts';

export type SealedPlace = {
  readonly table: string;
  /** The primary key after the district, with its types. */
  readonly key: readonly (readonly [column: string, type: 'text' | 'int'])[];
  /** The columns as they should stand. */
  readonly sealAnew: (keys: Keys, district: string, row: Row) => Row;
};

const text = (value: unknown): string => String(value);

/** The envelope of a JSON column. */
const columnAnew = (keys: Keys, table: string, row: string, column: string, value: unknown): unknown => {
  const data = value as Data | null;
  const envelope = data?.['$sealed'];
  return isSealed(envelope) ? { ...data, $sealed: sealAnew(keys, place(table, row, column), envelope) } : value;
};

const cases: SealedPlace = {
  table: 'cases', key: [['id', 'text']],
  sealAnew: (keys, district, row) => {
    const anew = (column: string, value: unknown): unknown => columnAnew(keys, 'cases', rowId(district, text(row['id'])), column, value);
    const birth = row['birth'] as { readonly data: Data } | null;
    return { data: anew('data', row['data']), memory: anew('memory', row['memory']), birth: birth && { ...birth, data: anew('birth', birth.data) } };
  },
};

const log: SealedPlace = {
  table: 'log', key: [['case_id', 'text'], ['version', 'int']],
  sealAnew: (keys, district, row) => {
    const at = rowId(district, `${text(row['case_id'])}@${text(row['version'])}`);
    return { form: columnAnew(keys, 'log', at, 'form', row['form']), patch: columnAnew(keys, 'log', at, 'patch', row['patch']), salt: sealAnew(keys, place('log', at, 'salt'), text(row['salt'])) };
  },
};

/** Columns by which a sealed value is found: they are under the index key. */
const indexesIn = (row: Row): string[] => Object.keys(row).filter((column) => column.endsWith('_index'));

const residents: SealedPlace = {
  table: 'residents', key: [['id', 'text']],
  sealAnew: (keys, district, row) => {
    const id = text(row['id']);
    const indexed = toRow(keys, 'residents', district, { ...fromRow(keys, 'residents', district, row), id }, Number(row['version']));
    const sealed = fieldsOfRegister('residents').filter((one) => one.class === 'P4')
      .map(({ name, column }) => [column, isSealed(row[column]) ? sealAnew(keys, place('residents', `${district}/${id}`, name), row[column]) : row[column]]);
    return Object.fromEntries([...sealed, ...indexesIn(indexed).map((column) => [column, indexed[column]])]) as Row;
  },
};

const changes: SealedPlace = {
  table: 'register_changes', key: [['register', 'text'], ['entry', 'text'], ['version', 'int']],
  sealAnew: (keys, district, row) => {
    const at = `${district}/${text(row['register'] as Register)}/${text(row['entry'])}/${text(row['version'])}`;
    return Object.fromEntries((['before', 'after'] as const).map((side) => [side, Object.fromEntries(Object.entries(row[side] as Data).map(([name, value]) => {
      const envelope = (value as Data | null)?.['$sealed'];
      return [name, isSealed(envelope) ? { $sealed: sealAnew(keys, place('register_changes', at, `${side}.${name}`), envelope) } : value];
    }))]));
  },
};

const bulkJobs: SealedPlace = {
  table: 'bulk_jobs', key: [['id', 'text']],
  sealAnew: (keys, district, row) => ({ data: columnAnew(keys, 'bulk_jobs', rowId(district, text(row['id'])), 'data', row['data']) }),
};

const bulkItems: SealedPlace = {
  table: 'bulk_items', key: [['job', 'text'], ['n', 'int']],
  sealAnew: (keys, district, row) => ({ own: isSealed(row['own']) ? sealAnew(keys, ownPlace(district, text(row['job']), Number(row['n'])), row['own']) : row['own'] }),
};

const workbookRows: SealedPlace = {
  table: 'workbook_rows', key: [['workbook', 'text'], ['n', 'int']],
  sealAnew: (keys, district, row) => ({ sealed: sealAnew(keys, workbookPlace(district, text(row['workbook']), Number(row['n'])), text(row['sealed'])) }),
};

const drafts: SealedPlace = {
  table: 'drafts', key: [['person', 'text'], ['workflow', 'text'], ['case_id', 'text'], ['event', 'text']],
  sealAnew: (keys, district, row) => {
    const key = { person: text(row['person']), workflow: text(row['workflow']), caseId: text(row['case_id']), event: text(row['event']) };
    return { sealed: sealAnew(keys, draftPlace(district, key), text(row['sealed'])) };
  },
};

const phrases: SealedPlace = {
  table: 'phrases', key: [['person', 'text']],
  sealAnew: (keys, district, row) => ({ sealed: sealAnew(keys, phrasePlace(district, text(row['person'])), text(row['sealed'])) }),
};

const reach: SealedPlace = {
  table: 'reach', key: [['person', 'text']],
  sealAnew: (keys, district, row) => ({ sealed: sealAnew(keys, reachPlace(district, text(row['person'])), text(row['sealed'])) }),
};

const messages: SealedPlace = {
  table: 'messages', key: [['id', 'text']],
  sealAnew: (keys, district, row) => ({ recipient: sealAnew(keys, recipientPlace(district, text(row['id'])), text(row['recipient'])) }),
};

/** The objects themselves stay as they are: what they are sealed with stands here. */
const contents: SealedPlace = {
  table: 'contents', key: [['id', 'text']],
  sealAnew: (keys, district, row) => {
    const at = contentPlace(district, text(row['id']));
    const { digest } = open(keys, at, text(row['sealed'])) as Secret;
    return { sealed: sealAnew(keys, at, text(row['sealed'])), address: addressOf(keys, digest) };
  },
};

const files: SealedPlace = {
  table: 'files', key: [['id', 'text']],
  sealAnew: (keys, district, row) => ({ name: sealAnew(keys, namePlace(district, text(row['id'])), text(row['name'])) }),
};

export const sealedPlaces: readonly SealedPlace[] = [residents, changes, cases, log, bulkJobs, bulkItems, workbookRows, drafts, contents, files, phrases, reach, messages];
