/** Whoever asks: a person with the posts held now, and the units that each post covers at present. */
import type { Actor, Instant, Post, PostAtUnit } from '../workflows/kit/words.ts';

/** A post held at a unit, with every unit in its scope (itself included). */
export type Seat = { readonly post: Post; readonly unit: string; readonly covers: readonly string[] };
export type Asker = {
  readonly id: string;
  readonly name: string;
  readonly seats: readonly Seat[];
  /** The office's time of the request. */
  readonly at: Instant;
};

/** The asker before a case of that unit: only the posts that cover it. */
export const actorAt = (asker: Asker, unit: string): Actor => ({
  id: asker.id,
  name: asker.name,
  posts: asker.seats.filter(({ covers }) => covers.includes(unit)).map(({ post, unit: at }) => ({ post, unit: at })),
});

export const holds = (asker: Asker, post: Post): boolean => asker.seats.some((seat) => seat.post === post);

/** Units in the scope of any of these posts; of every post where none is named. */
export const unitsOf = (asker: Asker, posts?: readonly Post[]): string[] => [
  ...new Set(asker.seats.filter(({ post }) => !posts || posts.includes(post)).flatMap(({ covers }) => covers)),
];

/** The asker with only those of their posts. */
export const keeping = (asker: Asker, posts: readonly PostAtUnit[]): Asker =>
  ({ ...asker, seats: asker.seats.filter((seat) => posts.some(({ post, unit }) => post === seat.post && unit === seat.unit)) });
