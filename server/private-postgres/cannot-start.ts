/** Why no private PostgreSQL could be started: one sentence that names the remedy, to be printed as it is. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
