/** Switches between Chinese and English; it is labelled in the language it leads to. */
import Button from '@mui/material/Button';
import { useLocaleState } from 'react-admin';
import { langOf } from '../i18n/text.ts';

const other = { zh: { locale: 'en', lang: 'en', label: 'English' }, en: { locale: 'zh', lang: 'zh-CN', label: '中文' } } as const;

export const LanguageButton = () => {
  const [locale, setLocale] = useLocaleState();
  const next = other[langOf(locale)];
  return <Button color="inherit" lang={next.lang} onClick={() => setLocale(next.locale)}>{next.label}</Button>;
};
