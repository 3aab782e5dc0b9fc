/** The queue of imports: worked on in the background, one at a time. */
export const IMPORT = 'import';
export type Import = { readonly id: string };
