/** A story waits for its turn: those of one lane are told one after the other, at the same office. */
import { afterAll, beforeAll, inject } from 'vitest';
import { enter } from './gate.ts';

const PATIENCE_MS = 900_000;
let leave = (): void => undefined;

beforeAll(async () => { leave = await enter(inject('gateAt')); }, PATIENCE_MS);
afterAll(() => leave());
