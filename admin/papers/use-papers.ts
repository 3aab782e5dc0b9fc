/** The papers that the server offers of a case, and one of them as a file. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { HttpError, useTranslate } from 'react-admin';
import { saveFile } from '../common/save-file.ts';
import { useLang } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import type { PaperWord } from './messages.ts';

export type PaperChoice = { readonly name: string; readonly format: string; readonly said: string };

export const usePaperWords = () => {
  const translate = useTranslate();
  return (key: PaperWord, fill?: Record<string, string>): string => translate(`papers.${key}`, fill);
};

export const usePapers = ({ workflow, id, version }: CaseRecord) => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'papers', id, version], queryFn: async ({ signal }) => (await casework.getPapers(workflow, id, { signal })).data, retry: false });
};

export const useTakePaper = ({ workflow, id }: CaseRecord) => {
  const casework = useCasework();
  const lang = useLang();
  return useMutation({ mutationFn: ({ name, format }: PaperChoice) => casework.takePaper(workflow, id, { name, format, lang }), onSuccess: ({ data }) => saveFile(data) });
};

/** The sentences at the fields that stopped a paper; none where something else went wrong. */
export const sentencesIn = (error: unknown): readonly string[] => {
  const body = error instanceof HttpError ? (error.body as { errors?: unknown } | undefined) : undefined;
  return typeof body?.errors === 'object' && body.errors !== null ? Object.values(body.errors).map(String) : [];
};
