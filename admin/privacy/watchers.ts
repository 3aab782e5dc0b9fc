/** The posts that watch over personal data, and those that keep its keys. */
import type { Post } from '../../workflows/kit/words.ts';

export const WATCHERS: readonly Post[] = ['privacy_officer', 'auditor'];
export const KEEPERS: readonly Post[] = ['admin'];
