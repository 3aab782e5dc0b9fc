/** Every commendation scheme, newest first. */
import type { Day } from '../../kit/words.ts';
import { scheme2024 } from './2024.ts';
import { scheme2026 } from './2026.ts';
import type { Scheme } from './scheme.ts';

export const schemes: readonly Scheme[] = [scheme2026, scheme2024];

export const findScheme = (id: string | undefined): Scheme | undefined => schemes.find((one) => one.id === id);

export const isOpen = (scheme: Scheme | undefined, day: Day): boolean => scheme !== undefined && day >= scheme.openFrom && day <= scheme.openUntil;
