/** The picture as the server counts it, and its words. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useCasework, type PictureAsked } from '../provider/data-provider.ts';
import type { PictureWord } from './messages.ts';

export type PictureWords = (key: PictureWord, fill?: Record<string, string | number>) => string;

export const usePictureWords = (): PictureWords => {
  const translate = useTranslate();
  return (key, fill) => translate(`picture.${key}`, fill);
};

/** What stood there before stays until the new numbers have come. */
export const usePicture = (asked: PictureAsked | null) => {
  const casework = useCasework();
  return useQuery({
    queryKey: ['picture', asked], enabled: asked !== null, retry: false, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await casework.getPicture(asked as PictureAsked, { signal })).data,
  });
};
