/** What is published, as the server tells of it, and its words. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { saveFile } from '../common/save-file.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { PublishedWord } from './messages.ts';

export const usePublishedWords = () => {
  const translate = useTranslate();
  return (key: PublishedWord, fill?: Record<string, string | number>): string => translate(`published.${key}`, fill);
};

export const useDisclosed = (workflow: string, quarter: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: [workflow, 'disclosure', quarter], queryFn: async () => (await casework.disclose(workflow, quarter)).data, retry: false });
};

export const useSaveDisclosed = (workflow: string, quarter: string) => {
  const casework = useCasework();
  return useMutation({ mutationFn: async (format: 'xlsx' | 'csv') => saveFile((await casework.takeDisclosed(workflow, quarter, format)).data) });
};

/** This quarter and those before, the newest first. */
export const quartersUpTo = (now: string, count: number): string[] => {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))];
  const last = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, n) => last - n).map((n) => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`);
};
