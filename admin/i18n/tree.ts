/** Sentences of the screen, each in both languages at one place, so that neither is ever missing. */
import type { Lang, Text } from '../../workflows/kit/words.ts';

/** Keys nest; `%{name}` is filled in; in English `one |||| many` by `smart_count`. */
export type MessageTree = { readonly [key: string]: Text | MessageTree };
export type Catalogue = { [key: string]: string | Catalogue };

const isText = (value: Text | MessageTree): value is Text => typeof value.zh === 'string' && typeof value.en === 'string';

/** One language of the tree, as react-admin takes it. */
export const inLang = (tree: MessageTree, lang: Lang): Catalogue =>
  Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, isText(value) ? value[lang] : inLang(value, lang)]));
