/** The queue of bulk jobs. */
export const BULK = 'bulk';
export type Bulk = { readonly job: string };
