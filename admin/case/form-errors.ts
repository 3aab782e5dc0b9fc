/** The errors of a form as a flat list, each with its path, in the form's order. */
export type FlatError = { readonly path: string; readonly message: string };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** What react-hook-form keeps beside the message: a reference to an element must never be walked. */
const OWN = new Set(['type', 'types', 'message', 'ref']);

export const flatErrors = (errors: unknown, under = ''): FlatError[] => {
  if (!isRecord(errors)) return [];
  const { message } = errors;
  if (typeof message === 'string') return [{ path: under.replace(/\.root$/, ''), message }];
  return Object.entries(errors).filter(([key]) => !OWN.has(key) || isRecord(errors[key])).flatMap(([key, one]) => flatErrors(one, under === '' ? key : `${under}.${key}`));
};
