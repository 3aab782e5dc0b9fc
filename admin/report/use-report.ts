/** The report of a case as the page asks for it, and as a file. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { saveFile } from '../common/save-file.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework, type PaperFormat } from '../provider/data-provider.ts';
import type { ReportWord } from './messages.ts';

export type ReportWords = (key: ReportWord, fill?: Record<string, string | number>) => string;

export const useReportWords = (): ReportWords => {
  const translate = useTranslate();
  return (key, fill) => translate(`report.${key}`, fill);
};

/** `round`: an earlier one, as it was signed. */
export const useReport = (workflow: string, id: string, round: number | null) => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'report', id, round], queryFn: async ({ signal }) => (await casework.getReport(workflow, id, round, { signal })).data, retry: false });
};

export const usePaper = (workflow: string, id: string, round: number | null) => {
  const casework = useCasework();
  const lang = useLang();
  return useMutation({ mutationFn: (format: PaperFormat) => casework.takeReport(workflow, id, { round, format, lang }), onSuccess: ({ data }) => saveFile(data) });
};
