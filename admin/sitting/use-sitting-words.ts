/** The words of a sitting. */
import { useTranslate } from 'react-admin';

export const useSittingWords = () => {
  const translate = useTranslate();
  return (key: string, fill?: Record<string, string | number>): string => translate(`sitting.${key}`, fill);
};
