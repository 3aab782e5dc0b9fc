/** One case for thousands of records: made once, with a mark wherever a record's own words go. */

/** What a case born with its parent knows of its record. `last`: the state of the record's case before; null where there was none. */
export type RecordWords = { readonly id: string; readonly name: string; readonly last: string | null };
/** `followed`: for records that had a case before, with its state. */
export type Template<Made> = { readonly marks: Marks; readonly fresh: Made; readonly followed: Made };
type Marks = { readonly [Word in keyof RecordWords]: string };

const marksOf = (tag: string): Marks => ({ id: `${tag}.id`, name: `${tag}.name`, last: `${tag}.last` });

const renamed = (text: string, from: Marks, to: Marks): string =>
  (['id', 'name', 'last'] as const).reduce((left, word) => left.replaceAll(from[word], to[word]), text);

/** Throws where the words are not merely repeated: what is made of one record then says nothing of another's. */
const makeOne = <Made>(make: (words: RecordWords) => Made, marks: Marks, others: Marks, followed: boolean): Made => {
  const [made, other] = [marks, others].map((words) => make(followed ? words : { ...words, last: null })) as [Made, Made];
  if (renamed(JSON.stringify(made), marks, others) !== JSON.stringify(other)) throw new Error('A case that is born with its parent may repeat the words of its record, and make nothing else of them.');
  return made;
};

/** `tags`: two that nobody else writes. */
export const makeTemplate = <Made>(make: (words: RecordWords) => Made, [tag, other]: readonly [string, string]): Template<Made> => {
  const [marks, others] = [marksOf(tag), marksOf(other)];
  return { marks, fresh: makeOne(make, marks, others, false), followed: makeOne(make, marks, others, true) };
};
