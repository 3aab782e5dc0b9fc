/** Whoever asks: a person with the posts held now, and the units that each post covers at present. */
import type { Actor, Behalf, Instant, Post, PostAtUnit, Substitution } from '../workflows/kit/words.ts';

/** A post held at a unit, with every unit in its scope (itself included). */
export type Seat = { readonly post: Post; readonly unit: string; readonly covers: readonly string[] };
/** A post held for somebody who is away, for some processes; it never covers a village where the substitute has a post of their own. */
export type Stand = Seat & Pick<Substitution, 'case' | 'workflows' | 'from' | 'until'> & { readonly behalf: Behalf };
export type Asker = {
  readonly id: string;
  readonly name: string;
  readonly seats: readonly Seat[];
  /** Those that count today. */
  readonly stands?: readonly Stand[];
  /** The office's time of the request. */
  readonly at: Instant;
  /** The state of access that the posts were found in: while it is the same, they stand. */
  readonly asOf?: string;
  /** Known from an earlier request: good for nothing but events, whose transaction looks whether access is as it was. */
  readonly remembered?: true;
};

/** Own posts, and those held for others in the process; a post held for another counts in no other place. */
const seatsIn = ({ seats, stands = [] }: Asker, workflow: string): readonly (Seat & { readonly behalf?: Behalf })[] =>
  [...seats, ...stands.filter(({ workflows }) => workflows.includes(workflow))];

/** The asker before a case of that unit: only the posts that cover it and count in its process. */
export const actorAt = (asker: Asker, unit: string, workflow: string): Actor => ({
  id: asker.id,
  name: asker.name,
  posts: seatsIn(asker, workflow).filter(({ covers }) => covers.includes(unit)).map(({ post, unit: at, behalf }) => ({ post, unit: at, ...(behalf && { behalf }) })),
});

export const holds = (asker: Asker, post: Post): boolean => asker.seats.some((seat) => seat.post === post);
export const holdsIn = (asker: Asker, post: Post, workflow: string): boolean => seatsIn(asker, workflow).some((seat) => seat.post === post);

const covered = (seats: readonly Seat[], posts?: readonly Post[]): string[] =>
  [...new Set(seats.filter(({ post }) => !posts || posts.includes(post)).flatMap(({ covers }) => covers))];

/** Units in the scope of any of these posts; of every post where none is named. */
export const unitsOf = (asker: Asker, posts?: readonly Post[]): string[] => covered(asker.seats, posts);
/** The same in one process, posts held for others included. */
export const unitsIn = (asker: Asker, workflow: string, posts?: readonly Post[]): string[] => covered(seatsIn(asker, workflow), posts);

/** Units whose names the asker meets anywhere. */
export const unitsHeld = ({ seats, stands = [] }: Asker): string[] => covered([...seats, ...stands]);

/** Every post under a name of its own: one held for another goes by the case that gave it. */
export const seatKey = (seat: PostAtUnit & Partial<Stand>): string => `${seat.case ?? ''}@${seat.post}@${seat.unit}`;

/** The asker with only those of their posts. */
export const keeping = (asker: Asker, keys: readonly string[]): Asker =>
  ({ ...asker, seats: asker.seats.filter((seat) => keys.includes(seatKey(seat))), stands: (asker.stands ?? []).filter((stand) => keys.includes(seatKey(stand))) });

/** The posts in which something of the process is read, for the log of readings. */
export const readingAs = (asker: Asker, workflow: string) => ({ id: asker.id, name: asker.name, posts: seatsIn(asker, workflow) });
