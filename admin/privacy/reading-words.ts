/** A reading in words: what was read, and which fields. */
import { useTranslate } from 'react-admin';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useRegistry } from '../case/registry.ts';
import { useLang } from '../i18n/text.ts';

const REGISTERS = ['residents', 'households'];

const labelsIn = ({ forms, list }: Workflow): Map<string, { readonly zh: string; readonly en: string }> =>
  new Map([...Object.values(forms).flatMap((form) => allFields(fieldsOf(form))), ...list.fields].map(({ name, label }) => [name, label]));

export const useReadingWords = () => {
  const translate = useTranslate();
  const lang = useLang();
  const registry = useRegistry();
  const workflowOf = (resource: string): Workflow | undefined => registry.find(({ name }) => name === resource.split('/')[0]);
  const what = (resource: string): string => {
    const [base = '', as] = resource.split('/');
    const name = workflowOf(resource)?.title[lang] ?? (base === 'inbox' ? translate('menu.inbox') : translate(`resources.${base}.name`, { _: base }));
    return as ? translate(`privacy.as-${as}`, { what: name, _: name }) : name;
  };
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
    return REGISTERS.includes(base) || workflowOf(resource) ? `/${base}/${encodeURIComponent(id)}/show` : null;
  };
  return { what, fields, pathTo };
};
