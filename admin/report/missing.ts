/** Characters that stopped a paper; none where something else went wrong. */
import { HttpError } from 'react-admin';

export const missingIn = (error: unknown): string | null => {
  const body = error instanceof HttpError ? (error.body as { characters?: unknown } | undefined) : undefined;
  return Array.isArray(body?.characters) ? body.characters.join(' ') : null;
};
