/** A database of its own for each test file, in the PostgreSQL of the test run. */
import { inject } from 'vitest';
import { freshIn } from './fresh.ts';
import type { Fresh } from './fresh.ts';

export const freshDatabase = (): Promise<Fresh> => freshIn(inject('postgresUrl'));
