/** Tables of the register: residents, households, declared relations, and every change with the case that made it. */
import type { ColumnType, JSONColumnType } from 'kysely';
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Data, Register } from '../../workflows/kit/words.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;
/** `YYYY-MM-DD`, read as text. */
type DayColumn = string | null;

export type RegisterTables = {
  /** `id_number`, `phone` and `account` are envelopes; `id_index`, `phone_index` and `account_index` find one without opening it, `words` a name and its pinyin. */
  residents: {
    district: string; id: string; household: string; unit: string; code: string; name: string; sex: string; birth_date: DayColumn;
    id_number: string | null; id_index: string | null; id_missing_reason: string | null;
    ethnic: string; marital: string; marriage_date: DayColumn; spouse: string | null; relation: string;
    hukou_unit: string; hukou_address: string; residence_address: string;
    phone: string | null; phone_index: string | null; account: string | null; account_index: string | null; words: string; status: string; last_verified: DayColumn; version: number;
    /** Fields whose values were erased, with what stands in their place. */
    erased: JSONColumnType<Readonly<Record<string, Erased>>> | null;
  };
  households: { district: string; id: string; unit: string; address: string; head: string; version: number };
  /** A staff member's declared relation to a resident: the ground of recusal. */
  relations: { district: string; person: string; resident: string };
  register_changes: {
    district: string; register: Register; entry: string; version: number; at: Moment; person: string;
    workflow: string; case_id: string; before: JSONColumnType<Data>; after: JSONColumnType<Data>;
  };
};
