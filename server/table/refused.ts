/** A file that is not read any further; caught where the reading began and told as an answer. */
import type { Refusal } from '../../workflows/office/import/problems.ts';

export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(`The file was refused: ${why}`);
    this.why = why;
  }
}
