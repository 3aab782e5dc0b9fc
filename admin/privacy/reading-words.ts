/** A reading in words: what was read, and which fields. */
import { useTranslate } from 'react-admin';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { readName } from '../../workflows/office/read-words.ts';
import { registerNames } from '../../workflows/office/register-words.ts';
import { useRegistry } from '../case/registry.ts';
import { useLang } from '../i18n/text.ts';

const named: Readonly<Record<string, Text>> = registerNames;

const labelsIn = ({ forms, list }: Workflow): Map<string, { readonly zh: string; readonly en: string }> =>
  new Map([...Object.values(forms).flatMap((form) => allFields(fieldsOf(form))), ...list.fields].map(({ name, label }) => [name, label]));

export const useReadingWords = () => {
  const translate = useTranslate();
  const lang = useLang();
  const registry = useRegistry();
  const workflowOf = (resource: string): Workflow | undefined => registry.find(({ name }) => name === resource.split('/')[0]);
  const what = (resource: string): string => readName(resource, (base) => workflowOf(base)?.title ?? named[base])[lang];
  /** The number of an entry, and what else has no name, says nothing of a person. */
  const fields = (resource: string, names: readonly string[]): string => {
    const workflow = workflowOf(resource);
    const labels = workflow && labelsIn(workflow);
    const [base = ''] = resource.split('/');
    const said = names.map((name) => labels?.get(name)?.[lang] ?? translate(`resources.${base}.fields.${name}`, { _: translate(`resources.residents.fields.${name}`, { _: '' }) }));
    return [...new Set(said)].filter((word) => word !== '').join(lang === 'zh' ? '、' : ', ');
  };
  const pathTo = (resource: string, id: string): string | null => {
    const [base = ''] = resource.split('/');
    if (base === 'findings') return `/residents/${encodeURIComponent(id)}/show`;
    return base in named || workflowOf(resource) ? `/${base}/${encodeURIComponent(id)}/show` : null;
  };
  return { what, fields, pathTo };
};
