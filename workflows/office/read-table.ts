/** The log of readings as a table to take away: what was read, and which fields, in words. */
import { allFields, fieldsOf } from '../kit/form.ts';
import type { Workflow } from '../kit/workflow.ts';
import type { Instant, Text } from '../kit/words.ts';
import { postName } from './posts.ts';
import { readName, readWords } from './read-words.ts';
import { registerNames, registerWords } from './register-words.ts';
import { momentOf } from './tables.ts';
import type { TableOf } from './tables.ts';

type Read = { readonly at: Instant; readonly person: string; readonly personName: string; readonly posts: readonly string[]; readonly resource: string; readonly ids: readonly string[]; readonly fields: readonly string[]; readonly reason: string | null };

const plain = (word: string): Text => ({ zh: word, en: word });
const named: Readonly<Record<string, Text>> = registerNames;
const registered: Readonly<Record<string, Text>> = { ...registerWords.households, ...registerWords.residents };

const labelsOf = ({ forms, list }: Workflow): [string, Text][] => [...Object.values(forms).flatMap((form) => allFields(fieldsOf(form))), ...list.fields].map(({ name, label }) => [name, label]);

export const tableOfReads = (workflows: readonly Workflow[]): TableOf<Read> => {
  const titles = new Map(workflows.map(({ name, title }) => [name, title]));
  const labels = new Map([...workflows.flatMap(labelsOf), ...Object.entries(registered)]);
  return {
    title: { zh: '个人信息查看记录', en: 'Readings of personal data' },
    columns: [
      { name: 'at', label: readWords.at, of: ({ at }) => momentOf(at) },
      { name: 'person', label: readWords.person, of: ({ person, personName, posts }, lang) => [`${personName} (${person})`, ...new Set(posts.map((held) => postName(held.slice(0, held.indexOf('@')))[lang]))].join(' ') },
      { name: 'resource', label: readWords.resource, of: ({ resource }, lang) => readName(resource, (base) => titles.get(base) ?? named[base])[lang] },
      { name: 'ids', label: readWords.whom, of: ({ ids }) => ids.join(' ') },
      { name: 'fields', label: readWords.fields, of: ({ fields }, lang) => [...new Set(fields.map((name) => (labels.get(name) ?? plain(name))[lang]))].join(lang === 'zh' ? '、' : ', ') },
      { name: 'reason', label: readWords.reason, of: ({ reason }) => reason },
    ],
  };
};
