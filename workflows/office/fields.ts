/** The ready form fields of the office in one place: words, class, checks and remedies included. */
export * from './fields/evidence.ts';
export { attachment } from './fields/files.ts';
export * from './fields/objector.ts';
export * from './fields/papers.ts';
export * from './fields/personal.ts';
export * from './fields/plain.ts';
export type { Words } from './fields/words.ts';
