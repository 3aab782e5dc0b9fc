/** A form is a zod object whose fields carry their words, their class and how they are typed in. */
import { z } from 'zod';
import type { Data, FieldErrors, Register, State, Text } from './words.ts';

/**
 * Field classes of the office's rules on personal information: P1 public, P2 internal, P3 personal, P4 sensitive.
 * P4 (ID numbers, accounts, phones) is sealed wherever it is stored and travels masked.
 */
export type FieldClass = 'P1' | 'P2' | 'P3' | 'P4';
/** So many files at most, of these types as the office keeps them, each of so many bytes at most. */
export type FilesWanted = { readonly types: readonly string[]; readonly most: number; readonly bytes: number };
export type Option = { readonly value: string; readonly label: Text };
export type Input =
  | 'text' | 'lines' | 'date' | 'month' | 'number' | 'money' | 'choice' | 'choices' | 'tick' | 'group' | 'list'
  /** Code of a village of the town. */
  | 'village'
  /** Sign-in name of somebody of the office; names of processes. Who and which there are, the office knows. */
  | 'person' | 'processes'
  /** Id of a register entry of the case's unit. */
  | { readonly entry: Register }
  /** Id of another case. */
  | { readonly case: string; readonly states: readonly State[] }
  /** Ids of files that were brought before the form is sent. */
  | { readonly files: FilesWanted };

export type FieldMeta = {
  readonly label: Text;
  readonly help?: Text;
  /** P2 where nothing is said. */
  readonly class?: FieldClass;
  /** Derived from the schema where nothing is said. */
  readonly input?: Input;
  readonly options?: readonly Option[];
  /** The law or rule of the office that needs the field. */
  readonly neededFor?: string;
};

/** Gives a schema its words. */
export const field = <S extends z.ZodType>(schema: S, meta: FieldMeta): S => schema.meta({ ...meta }) as S;

export type Form = z.ZodType<Data> & { readonly shape: Readonly<Record<string, z.ZodType>> };

/** A form takes its own fields and no others. */
export const form = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);

/** A rule over one field or several, with the sentence that tells the remedy. */
export const must = <S extends z.ZodType>(schema: S, ok: (value: z.output<S>) => boolean, text: Text, path?: string[]): S =>
  schema.refine(ok as (value: unknown) => boolean, { params: { text }, ...(path && { path }) }) as S;

const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? unwrap(schema.unwrap() as z.ZodType) : schema;

const metaOf = (schema: z.ZodType): Partial<FieldMeta> => ({ ...(unwrap(schema).meta() as Partial<FieldMeta> | undefined), ...(schema.meta() as Partial<FieldMeta> | undefined) });

const inputOf = (schema: z.ZodType): Input => {
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral) return 'tick';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodObject) return 'group';
  if (schema instanceof z.ZodArray) return schema.element instanceof z.ZodEnum ? 'choices' : 'list';
  return 'text';
};

export type FieldInfo = Required<Pick<FieldMeta, 'label' | 'class' | 'input'>> & Pick<FieldMeta, 'help' | 'neededFor'> & {
  readonly name: string;
  readonly required: boolean;
  readonly options: readonly Option[];
  /** Fields of a group, or of one row of a list. */
  readonly fields: readonly FieldInfo[];
  /** Characters that fit, where the schema sets a limit. */
  readonly maxLength?: number;
};

/** The fields of a form in order, for screens, documents and the store. */
export const fieldsOf = (schema: z.ZodType): FieldInfo[] => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).map(([name, given]) => {
    const meta = metaOf(given);
    const bare = unwrap(given);
    const choices = bare instanceof z.ZodArray ? bare.element : bare;
    const values = choices instanceof z.ZodEnum ? (choices.options as string[]) : [];
    return {
      name,
      label: meta.label ?? { zh: '', en: '' },
      class: meta.class ?? 'P2',
      input: meta.input ?? inputOf(bare),
      required: !given.safeParse(undefined).success,
      options: meta.options ?? values.map((value) => ({ value, label: { zh: value, en: value } })),
      fields: fieldsOf(bare),
      ...(meta.help && { help: meta.help }),
      ...(meta.neededFor && { neededFor: meta.neededFor }),
      ...(bare instanceof z.ZodString && bare.maxLength !== null && { maxLength: bare.maxLength }),
    };
  });
};

/** Every field and field of a field. */
export const allFields = (fields: readonly FieldInfo[]): FieldInfo[] => fields.flatMap((one) => [one, ...allFields(one.fields)]);

type Issue = z.core.$ZodIssue;
const isMasked = (value: unknown): boolean => typeof value === 'object' && value !== null && 'masked' in value;
const at = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), data);

const sizeText = (issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Text => {
  const small = issue.code === 'too_small';
  const n = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    if (small && n === '1') return { zh: '请填写此项', en: 'Please fill this in' };
    return small ? { zh: `至少 ${n} 个字`, en: `At least ${n} characters` } : { zh: `最多 ${n} 个字`, en: `At most ${n} characters` };
  }
  if (issue.origin === 'array') return small ? { zh: `至少 ${n} 项`, en: `At least ${n} entries` } : { zh: `最多 ${n} 项`, en: `At most ${n} entries` };
  return small ? { zh: `不能小于 ${n}`, en: `Not less than ${n}` } : { zh: `不能大于 ${n}`, en: `Not more than ${n}` };
};

const textOf = (issue: Issue, data: unknown): Text => {
  const value = at(data, issue.path);
  if (isMasked(value)) return { zh: '此项已脱敏，请重新填写完整内容或留空', en: 'This value is masked: type it anew or leave it out' };
  if (issue.code === 'custom') {
    const text = (issue.params as { text?: Text } | undefined)?.text;
    if (text) return text;
  }
  if (value === undefined || value === null || value === '') return { zh: '请填写此项', en: 'Please fill this in' };
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeText(issue);
  if (issue.code === 'invalid_value') return { zh: '请从列表中选择', en: 'Choose one from the list' };
  return { zh: '格式不正确，请检查', en: 'Not in the right format: please check' };
};

/** One sentence for each field that is not in order, paths joined by dots. */
export const errorsOf = (error: z.ZodError, data: unknown): FieldErrors => {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) errors[[...issue.path, key].join('.')] ??= { zh: '表单没有此项，请删除', en: 'The form has no such field: remove it' };
    } else errors[issue.path.map(String).join('.') || 'form'] ??= textOf(issue, data);
  }
  return errors;
};

/** The form as typed, or one sentence for each field that is not in order (paths joined by dots). */
export const readForm = (schema: z.ZodType, data: unknown): { ok: true; data: Data } | { ok: false; errors: FieldErrors } => {
  const read = schema.safeParse(data);
  return read.success ? { ok: true, data: read.data as Data } : { ok: false, errors: errorsOf(read.error, data) };
};

/** The form for programs: JSON Schema with labels, helps and classes. */
export const jsonSchemaOf = (schema: z.ZodType): Data => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Data;
