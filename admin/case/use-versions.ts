/** The versions that a case can be laid beside: those of the same thing that the reader may read, and what held before any of them. */
import { useQuery } from '@tanstack/react-query';
import type { Versions, Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Day } from '../../workflows/kit/words.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { dayText, stateName } from './standing.ts';
import { caseTitle } from './titles.ts';
import { useWords } from './use-words.ts';

/** `id`: of its case; null for what held before any. `name` is short, `label` says where it stands too. */
export type Version = { readonly id: string | null; readonly name: string; readonly from: Day; readonly label: string; readonly data: Data };

/** More than a programme sees in the life of an office. */
export const MOST = 200;
export const FIRST = 'first';

const useNaming = (workflow: Workflow, { no: noAs, from: fromAs }: Versions<Data>) => {
  const say = useWords();
  const lang = useLang();
  const dated = (data: Data) => ({ from: String(data[fromAs]), data });
  const said = (data: Data) => ({ no: String(data[noAs]), from: dayText(String(data[fromAs]))[lang] });
  return {
    ofCase: (one: CaseRecord): Version => {
      const told = { ...said(one.data), state: stateName(workflow, one.state)[lang], title: caseTitle(workflow, one, lang) };
      return { id: one.id, ...dated(one.data), name: say('versionName', told), label: say('versionOf', told) };
    },
    ofFirst: (data: Data): Version => ({ id: null, ...dated(data), name: say('firstName', said(data)), label: say('versionFirst', said(data)) }),
  };
};

export const useVersions = (workflow: Workflow, versions: Versions<Data>, one: CaseRecord) => {
  const casework = useCasework();
  const { ofCase, ofFirst } = useNaming(workflow, versions);
  const of = one.data[versions.of];
  const asked = useQuery({
    queryKey: [workflow.name, 'versions', of],
    queryFn: ({ signal }) => casework.getList<CaseRecord>(workflow.name, { pagination: { page: 1, perPage: MOST }, sort: { field: versions.from, order: 'DESC' }, filter: { [versions.of]: of }, signal }),
  });
  const others = (asked.data?.data ?? []).filter(({ id }) => id !== one.id).map(ofCase);
  return { ...asked, own: ofCase(one), others: [...others, ofFirst(versions.first(one.data))], more: (asked.data?.total ?? 0) > MOST };
};
