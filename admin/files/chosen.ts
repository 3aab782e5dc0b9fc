/** What stands in a field for files: one entry for each that was chosen; its id is empty until it has arrived. */
export type Chosen = { readonly key: string; readonly id: string; readonly name: string; readonly bytes: number };

const isChosen = (value: unknown): value is Chosen => typeof value === 'object' && value !== null && 'key' in value && 'id' in value;

/** From a draft, where they stand as they were, or from known data, where only ids do. */
export const chosenIn = (value: unknown): Chosen[] =>
  (Array.isArray(value) ? value.flatMap((one: unknown): Chosen[] => (typeof one === 'string' ? [{ key: one, id: one, name: '', bytes: 0 }] : isChosen(one) ? [one] : [])) : []);

export const idsOf = (value: unknown): string[] => chosenIn(value).map(({ id }) => id);
