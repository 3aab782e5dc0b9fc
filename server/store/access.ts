/** What tells whether posts and sessions still stand as they were found: the transactions that changed any of them last. */

/** The state of access at one moment, as an expression; equal means that nothing has changed between. `$1` is the district. */
const stateOf = (locking: string): string =>
  `concat((select changed_by from access where district = $1 and what = 'posts'${locking}), '.', (select changed_by from access where district = $1 and what = 'sessions'))`;

export const ACCESS = stateOf('');
/** With the posts held until commit: whoever takes one away knows that nothing is done in it afterwards. Nobody waits to sign out. */
export const ACCESS_HELD = stateOf(' for share');
