/** Files as the server tells of them: those of a case, and those brought for a form. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { createContext, useContext } from 'react';
import { useCasework } from '../provider/data-provider.ts';
import type { FileRecord } from '../provider/records.ts';
import type { FileWord } from './messages.ts';

export const useFileWords = () => {
  const translate = useTranslate();
  return (key: FileWord, fill?: Record<string, string | number>): string => translate(`files.${key}`, fill);
};

/** The case whose events name the files on the page. */
/** `reveals`: sealed fields that whoever looks may be shown now. */
export type CasePlace = { readonly workflow: string; readonly id: string; readonly version: number; readonly reveals?: readonly string[] };
const Place = createContext<CasePlace | null>(null);
export const FilesOf = Place.Provider;
export const useCasePlace = (): CasePlace | null => useContext(Place);

/** Asked once for a case as it stands, however many fields show them. */
export const useAttached = (place: CasePlace | null) => {
  const casework = useCasework();
  return useQuery({
    queryKey: ['files', place?.workflow, place?.id, place?.version], enabled: place !== null, staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await casework.getFiles(place?.workflow ?? '', place?.id ?? '', { signal })).data,
  });
};

export const myFileKey = (id: string) => ['my-file', id] as const;

/** What was brought a while ago may be gone: asked again when a draft brings it back. */
export const useMyFile = (id: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: myFileKey(id), enabled: id !== '', staleTime: Number.POSITIVE_INFINITY, retry: false, queryFn: async ({ signal }) => (await casework.getMyFile(id, { signal })).data });
};

/** Where its bytes are read. */
export type Shown = FileRecord & { readonly whole: string; readonly small: string | null };
const at = (path: string): string => `/api/${path}`;
export const shownOf = (file: FileRecord, { workflow, id }: CasePlace): Shown => {
  const whole = at(`${workflow}/${encodeURIComponent(id)}/files/${file.id}`);
  return { ...file, whole, small: file.thumbnail ? `${whole}/thumbnail` : null };
};
export const shownMine = (file: FileRecord): Shown => ({ ...file, whole: at(`files/${file.id}/content`), small: file.thumbnail ? at(`files/${file.id}/thumbnail`) : null });
