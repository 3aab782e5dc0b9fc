/** What people call a case that is shown by its id alone. */
import { useGetManyAggregate } from 'react-admin';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { useFound } from './registry.ts';
import { caseTitle, type NamedCase } from './titles.ts';

/** Its title; the id until that is known, and where the reader may not know it. */
export const useCaseName = (of: string | undefined, id: string | null): string => {
  const lang = useLang();
  const workflow = useFound(of);
  const { data } = useGetManyAggregate<NamedCase>(of ?? '', { ids: id === null ? [] : [id] }, { enabled: of !== undefined && id !== null });
  return workflow && data?.[0] ? caseTitle(workflow, data[0], lang) : (id ?? '');
};

/** Among the cases about one entry: by the case above where the list says so (the records of one person differ by their month), else by its number. `parent` is looked up where it is not given. */
export const useNumberOrAbove = (of: string, id: string, parent?: string | null): string => {
  const workflow = useFound(of);
  const above = workflow?.list.fields.some((field) => field.above) ? workflow.parent : undefined;
  const { data } = useGetManyAggregate<CaseRecord>(of, { ids: [id] }, { enabled: above !== undefined && parent === undefined });
  const standsIn = parent ?? data?.[0]?.parent ?? null;
  const name = useCaseName(above, standsIn);
  return above === undefined || standsIn === null ? id : name;
};
