/** The catalogues of both languages, Chinese first. */
import english from 'ra-language-english';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import type { Lang } from '../../workflows/kit/words.ts';
import { workflows } from '../../workflows/index.ts';
import { bulkMessages } from '../bulk/messages.ts';
import { caseMessages } from '../case/messages.ts';
import { deskMessages } from '../desk/messages.ts';
import { exchangeMessages } from '../exchange/messages.ts';
import { exportMessages } from '../export/messages.ts';
import { fileMessages } from '../files/messages.ts';
import { findMessages } from '../find/messages.ts';
import { findingMessages } from '../findings/messages.ts';
import { importMessages } from '../imports/messages.ts';
import { evidenceMessages } from '../evidence/messages.ts';
import { paperMessages } from '../papers/messages.ts';
import { pictureMessages } from '../picture/messages.ts';
import { posterMessages } from '../poster/messages.ts';
import { reportMessages } from '../report/messages.ts';
import { workbookMessages } from '../workbook/messages.ts';
import { ledgerMessages } from '../ledger/messages.ts';
import { privacyMessages } from '../privacy/messages.ts';
import { publishedMessages } from '../published/messages.ts';
import { notificationMessages } from '../notifications/messages.ts';
import { urgingMessages } from '../urging/messages.ts';
import { sittingMessages } from '../sitting/messages.ts';
import { messages } from './messages.ts';
import { phraseOf } from './phrase.ts';
import { raZh } from './ra-zh.ts';
import { langOf } from './text.ts';
import { inLang, type Catalogue } from './tree.ts';

const ra = { zh: raZh, en: english } as const;

/** Each page brings its own. */
const ours = {
  ...messages,
  ...caseMessages,
  ...bulkMessages,
  ...deskMessages,
  ...exportMessages,
  ...exchangeMessages,
  ...ledgerMessages,
  ...publishedMessages,
  ...findMessages,
  ...findingMessages,
  ...fileMessages,
  ...importMessages,
  ...privacyMessages,
  ...evidenceMessages,
  ...paperMessages,
  ...pictureMessages,
  ...posterMessages,
  ...reportMessages,
  ...sittingMessages,
  ...notificationMessages,
  ...urgingMessages,
  ...workbookMessages,
};

/** Processes bring their own names: react-admin looks them up as those of its resources. */
const processesIn = (lang: Lang): Catalogue => Object.fromEntries(workflows.map(({ name, title, list }) => [name, {
  name: title[lang], fields: Object.fromEntries(list.fields.map((one) => [one.name, one.label[lang]])),
}]));

export const catalogueOf = (lang: Lang): TranslationMessages => {
  const own = inLang(ours, lang);
  return { ...own, ...ra[lang], resources: { ...(own.resources as Catalogue), ...processesIn(lang) } };
};

export const makeI18nProvider = (): I18nProvider => {
  let lang: Lang = 'zh';
  let phrases = catalogueOf(lang);
  return {
    translate: (key, options = {}) => phraseOf(phrases, lang, key, options),
    changeLocale: (locale) => {
      lang = langOf(locale);
      phrases = catalogueOf(lang);
      return Promise.resolve();
    },
    getLocale: () => lang,
    getLocales: () => [{ locale: 'zh', name: '中文' }, { locale: 'en', name: 'English' }],
  };
};
