/** Where somebody sits. */
import { placesIn, sittersOf, type DeskPlace } from '../../workflows/kit/desk.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { holdsAny, type Me } from '../auth/me.ts';

/** Nowhere for those whose work it is not. */
export const deskFor = (me: Me | null, registry: readonly Workflow[]): DeskPlace | undefined => (me ? placesIn(registry).find((place) => holdsAny(me, sittersOf(place))) : undefined);

export const deskPath = (batch: string): string => `/desk/${encodeURIComponent(batch)}`;
