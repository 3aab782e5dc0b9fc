/** The desk's own words. */
import { useTranslate } from 'react-admin';

export const useDeskWords = () => {
  const translate = useTranslate();
  return (key: string, fill?: Record<string, string | number>): string => translate(`desk.${key}`, fill);
};
