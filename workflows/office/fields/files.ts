/** A field for files: pictures and PDF, so many and so large, each brought before the form is sent. */
import { z } from 'zod';
import { field, must } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';
import { fileKinds } from '../files/kinds.ts';
import type { FileKind } from '../files/kinds.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

/** Ids as the office gives them; a file still on its way has none yet. */
const fileIdPattern = /^f[0-9a-f]{24}$/;

const ON_ITS_WAY: Text = { zh: '文件还没有传完，请等待、重试或移除', en: 'A file has not arrived yet: wait, try again or remove it' };
const ONCE: Text = { zh: '同一个文件只需附一次', en: 'The same file need stand here only once' };
const enough = (min: number): Text => ({ zh: `请至少附${min}个文件`, en: `Attach at least ${min} file(s)` });

type Attached = Words & { readonly kinds?: readonly FileKind[]; readonly min?: number; readonly max?: number; /** Megabytes that each may have. */ readonly megabytes?: number };

/** Ids of files. P3: what stands in a picture may be personal. */
export const attachment = (label: Text, { kinds = ['picture', 'pdf'], min = 1, max = 1, megabytes = 20, ...words }: Attached = {}) => {
  const arrived = must(z.array(z.string()).max(max), (ids) => ids.every((id) => fileIdPattern.test(id)), ON_ITS_WAY);
  const once = must(arrived, (ids) => new Set(ids).size === ids.length, ONCE);
  const files = { types: kinds.map((kind) => fileKinds[kind].type), most: max, bytes: megabytes * 1_000_000 };
  return field(must(once, (ids) => ids.length >= min, enough(min)), worded(label, { input: { files }, class: 'P3' }, words));
};
