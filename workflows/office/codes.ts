/** Every code table of the office under its name. */
import type { Option } from '../kit/form.ts';
import type { Text } from '../kit/words.ts';
import { accountType, erasureGround, erasureRefusal, evidence, objection, reason, unable, verifyMethod } from './codes/casework.ts';
import { ethnic } from './codes/ethnic.ts';
import { idMissing, marital, relation, sex } from './codes/people.ts';
import type { CodeTable } from './codes/table.ts';

export const codes = { sex, marital, relation, ethnic, idMissing, evidence, verifyMethod, reason, objection, accountType, unable, erasureGround, erasureRefusal };

export type CodeName = keyof typeof codes;
export type CodeOf<T extends CodeName> = (typeof codes)[T]['codes'][number];

const tableOf = (name: CodeName): CodeTable => codes[name];

/** The words of a code; a code the table lacks is shown as it stands. */
export const labelOf = (name: CodeName, code: string): Text => tableOf(name).labels[code] ?? { zh: code, en: code };

export const hasCode = (name: CodeName, code: string): boolean => tableOf(name).labels[code] !== undefined;

/** Choices for a form, in the table's order. */
export const optionsOf = (name: CodeName): Option[] => tableOf(name).codes.map((value) => ({ value, label: labelOf(name, value) }));
