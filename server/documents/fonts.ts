/** The fonts that papers are set in, and what they cannot show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/** Body in serifs, as official papers are; headings and figures without. */
export const fontFiles = {
  body: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  title: resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  plain: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  heading: resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
} as const;

const SHOWN = /[\p{Cc}\p{Cf}\p{Zs}]/u;

/** Characters of the texts that one of the fonts lacks: a name would be printed with a hole in it. */
export const missingGlyphs = (texts: readonly string[]): string[] => {
  const characters = [...new Set(texts.join(''))].filter((one) => !SHOWN.test(one));
  const fonts = Object.values(fontFiles).map((file) => create(readFileSync(file)));
  return characters.filter((one) => !fonts.every((font) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)));
};
