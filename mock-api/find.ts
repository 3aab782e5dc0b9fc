/** Who is meant by what was typed, in the mock: the same words as the office's, looked through one by one. */
import { pinyin, polyphonic } from 'pinyin-pro';
import { normaliseId } from '../workflows/office/citizen-id.ts';
import type { Resident } from '../workflows/office/demo-town/town.ts';
import { maskName } from '../workflows/office/masking.ts';
import { normalisePhone } from '../workflows/office/phone.ts';
import { asSpelt, piecesOf, wordsOf, type Speech } from '../workflows/office/spelling.ts';
import type { Store } from './store.ts';

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;
const speech: Speech = { asName: (name) => pinyin(name, { ...PLAIN, surname: 'head' }), allWays: (name) => polyphonic(name, PLAIN) };

const spelt = new Map<string, string>();
const wordsFor = (name: string): string => {
  const words = spelt.get(name) ?? wordsOf(name, speech);
  spelt.set(name, words);
  return words;
};

const NUMBER = /^(?:\d{17}[\dX]|(?:\+?86)?(?:1\d{10}|0\d{9,11}|[2-9]\d{6,7}))$/;
const dialled = (phone: string): string => normalisePhone(phone).replaceAll('-', '');

const cut = (q: string): string[] => (NUMBER.test(normaliseId(q)) ? [normaliseId(q)] : piecesOf(q));

/** `byNumber`: the words came in a body, from somebody who sees people unmasked. */
export const meansOf = (store: Store, q: string, byNumber: boolean): ((one: Resident) => boolean) => {
  const pieces = cut(q).map((typed) => {
    const units = typed.length < 2 ? [] : store.units.filter(({ kind, name }) => kind === 'village' && name.zh.startsWith(typed)).map(({ id }) => id);
    return { typed, units, word: units.length > 0 ? '' : asSpelt(typed) };
  });
  return (one) => pieces.every(({ typed, word, units }) =>
    (word !== '' && wordsFor(one.name).includes(` ${word}`)) || (/^\d+$/.test(typed) && one.code.startsWith(typed)) || [one.id, one.household].includes(typed) || units.includes(one.unit) ||
    (byNumber && (one.idNumber === typed || (one.phone !== null && dialled(one.phone) === dialled(typed)))));
};

/** Who fits best first: that very name, names that begin so, the others. */
export const byRelevance = (q: string, people: readonly Resident[]): Resident[] => {
  const word = piecesOf(q).map(asSpelt).find((piece) => piece !== '') ?? '';
  const rank = ({ name }: Resident): number => (name === q ? 0 : wordsFor(name).includes(`  ${word}`) ? 1 : 2);
  return people.toSorted((a, b) => rank(a) - rank(b) || Number(a.status !== 'active') - Number(b.status !== 'active') || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};

/** What tells people of one name apart, no number among it. */
export const apart = (store: Store, one: Resident, open: boolean) => {
  const head = store.residents.find(({ id }) => id === store.households.find(({ id: home }) => home === one.household)?.head);
  return { group: Number(one.code.slice(12, 14)) || null, birthYear: open && one.birthDate ? Number(one.birthDate.slice(0, 4)) : null, headName: head ? maskName(head.name) : null };
};
