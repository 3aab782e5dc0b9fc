/** What stands in place of a value that was erased, and what the erasing case remembers of it. */
import type { Data, Day } from './words.ts';

/** `by`: the case that erased it. `ground`: a code of the table `erasureGround`. */
export type Erased = { readonly erased: { readonly on: Day; readonly ground: string; readonly by: string } };

export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && 'erased' in value && typeof value.erased === 'object' && value.erased !== null && 'ground' in value.erased;

/** Under this name the data of the erasing case hold what it erased. */
export const ERASED = '$erased';

/** `rows`: each log row whose words were erased, as `case@version:commitment` over what is left of them. `fields`: of the register entry. */
export type ErasedNote = { readonly on: Day; readonly fields: readonly string[]; readonly rows: readonly string[] };

/** The value with every leaf under one of the names erased; the very same object where there is none. */
export const eraseNamed = (names: ReadonlySet<string>, value: unknown, erased: Erased): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  let copy: Data | null = null;
  for (const [name, one] of Object.entries(value)) {
    if (one === null || one === undefined || isErased(one)) continue;
    const left = names.has(name) ? erased : eraseNamed(names, one, erased);
    if (left !== one) (copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Data)[name] = left;
  }
  return copy ?? value;
};
