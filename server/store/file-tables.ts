/** Tables of attached files. */
import type { Generated } from 'kysely';

export type FileTables = {
  /** One row for each content; `id` is the object's name in the store, `sealed` its key and digest. */
  contents: { district: string; id: string; address: string; sealed: string; type: string; bytes: number; thumbnail: boolean; made_at: Generated<Date> };
  /** `name` is sealed: people put other people's names into it. */
  files: { district: string; id: string; person: string; name: string; content: string; brought_at: Generated<Date> };
  /** The accepted event (`version`) of a case that names the file, and the field that does. */
  attachments: { district: string; case_id: string; version: number; file: string; field: string };
};
