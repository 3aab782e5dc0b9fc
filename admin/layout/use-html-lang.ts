/** Tells the browser, and whoever reads aloud, which language the page is in. */
import { useEffect } from 'react';
import { useLang } from '../i18n/text.ts';

export const useHtmlLang = (): void => {
  const lang = useLang();
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
};
