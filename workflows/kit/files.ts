/** Files that a form names: where they stand in it, and whether each is one that the sender may name and the field takes. */
import type { z } from 'zod';
import { allFields, fieldsOf } from './form.ts';
import type { FieldInfo, FilesWanted } from './form.ts';
import { idPattern } from './ids.ts';
import type { Data, EventName, FieldErrors, FileFact, Query, Text } from './words.ts';

const FACT = '$files:';
/** The name under which the decision of an event reads the files that its form names. */
export const factOfFiles = (event: EventName): string => FACT + event;
/** The event whose files a fact of that name is about; null of every other fact. */
export const eventOfFact = (name: string): EventName | null => (name.startsWith(FACT) ? name.slice(FACT.length) : null);

/** `field`: the field's name; `path`: its place in the form. */
export type NamedFile = { readonly id: string; readonly field: string; readonly path: string; readonly wanted: FilesWanted };

const filesWanted = ({ input }: FieldInfo): FilesWanted | null => (typeof input === 'object' && 'files' in input ? input.files : null);
const holdsFiles = (info: FieldInfo): boolean => filesWanted(info) !== null || info.fields.some(holdsFiles);

/** No form of the office takes as many. */
const MOST_ASKED = 200;
const known = new WeakMap<z.ZodType, readonly FieldInfo[]>();
/** The fields of a form in which files may stand; most forms have none. */
const fileFieldsOf = (form: z.ZodType): readonly FieldInfo[] => {
  const found = known.get(form) ?? fieldsOf(form).filter(holdsFiles);
  known.set(form, found);
  return found;
};

/** Names of the fields in which files with personal data stand. */
export const personalFileFields = (forms: Readonly<Record<EventName, z.ZodType>>): string[] => [...new Set(
  Object.values(forms).flatMap((form) => allFields(fileFieldsOf(form)).filter((one) => filesWanted(one) !== null && one.class >= 'P3').map(({ name }) => name)))];

export const takesFiles = (form: z.ZodType | undefined): boolean => form !== undefined && fileFieldsOf(form).length > 0;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const namedIn = (fields: readonly FieldInfo[], data: unknown, under: string): NamedFile[] => (!isData(data) ? [] : fields.flatMap((info): NamedFile[] => {
  const value = data[info.name];
  const path = under + info.name;
  const wanted = filesWanted(info);
  if (wanted) return Array.isArray(value) ? value.flatMap((id: unknown) => (typeof id === 'string' ? [{ id, field: info.name, path, wanted }] : [])) : [];
  if (Array.isArray(value)) return value.flatMap((row: unknown, i) => namedIn(info.fields, row, `${path}.${i}.`));
  return namedIn(info.fields, value, `${path}.`);
}));

/** The files a form names, as typed or as read. */
export const namedFiles = (form: z.ZodType | undefined, data: unknown): NamedFile[] => (form ? namedIn(fileFieldsOf(form), data, '') : []);

/** Null where the form, as typed, names none. */
export const queryOfFiles = (form: z.ZodType | undefined, data: unknown, person: string, of: string): Query | null => {
  const ids = [...new Set(namedFiles(form, data).map(({ id }) => id).filter((id) => idPattern.test(id)))].slice(0, MOST_ASKED);
  return ids.length === 0 ? null : { ask: 'files', person, case: of, ids };
};

const GONE: Text = { zh: '文件不存在、已过期或不是您上传的，请重新上传', en: 'The file is not there, has expired or is not yours: please upload it again' };
const KIND: Text = { zh: '此处不接受这种文件，请换一种格式', en: 'This kind of file is not taken here: please choose another' };
const megabytes = (bytes: number): string => String(Math.floor(bytes / 1_000_000));
const large = (bytes: number): Text => ({ zh: `每个文件最多 ${megabytes(bytes)} MB`, en: `At most ${megabytes(bytes)} MB for each file` });

const problemOf = ({ id, wanted }: NamedFile, facts: readonly FileFact[]): Text | null => {
  const fact = facts.find((one) => one.id === id);
  if (!fact) return GONE;
  if (!wanted.types.includes(fact.type)) return KIND;
  return fact.bytes > wanted.bytes ? large(wanted.bytes) : null;
};

/** One sentence for each field with a file that cannot stand there. */
export const fileErrors = (named: readonly NamedFile[], facts: readonly FileFact[]): FieldErrors => {
  const errors: FieldErrors = {};
  for (const one of named) {
    const problem = problemOf(one, facts);
    if (problem) errors[one.path] ??= problem;
  }
  return errors;
};
