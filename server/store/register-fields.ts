/** The fields of the registers: under which column each stands, of which class it is, how it is masked and searched. */
import type { FieldClass } from '../../workflows/kit/form.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { MaskKind } from '../../workflows/office/masking.ts';

export type RegisterField = {
  readonly name: string;
  readonly column: string;
  readonly class: FieldClass;
  readonly mask?: MaskKind;
  /** Lists may filter and sort by it: P1 and P2 only. */
  readonly listed?: true;
  /** Listed, and perhaps empty. */
  readonly empty?: true;
};

const internal = (name: string, column = name): RegisterField => ({ name, column, class: 'P2', listed: true });
const personal = (name: string, column: string, mask?: MaskKind): RegisterField => ({ name, column, class: 'P3', ...(mask && { mask }) });
const sensitive = (name: string, column: string, mask: MaskKind): RegisterField => ({ name, column, class: 'P4', mask });

const fields: Readonly<Record<Register, readonly RegisterField[]>> = {
  residents: [
    internal('id'), internal('unit'), internal('household'), internal('code'), internal('name'), internal('sex'), internal('marital'),
    internal('relation'), internal('hukouUnit', 'hukou_unit'), internal('status'), { ...internal('lastVerified', 'last_verified'), empty: true },
    { ...internal('idMissingReason', 'id_missing_reason'), empty: true },
    personal('birthDate', 'birth_date'), personal('ethnic', 'ethnic'), personal('marriageDate', 'marriage_date'), personal('spouse', 'spouse'),
    personal('hukouAddress', 'hukou_address', 'address'), personal('residenceAddress', 'residence_address', 'address'),
    sensitive('idNumber', 'id_number', 'id'), sensitive('phone', 'phone', 'phone'), sensitive('account', 'account', 'account'),
  ],
  households: [internal('id'), internal('unit'), internal('head'), personal('address', 'address', 'address')],
};

export const registers = Object.keys(fields) as readonly Register[];
export const fieldsOfRegister = (register: Register): readonly RegisterField[] => fields[register];
export const findRegisterField = (register: Register, name: string): RegisterField | undefined => fields[register].find((one) => one.name === name);
export const isSensitive = (register: Register, name: string): boolean => findRegisterField(register, name)?.class === 'P4';
