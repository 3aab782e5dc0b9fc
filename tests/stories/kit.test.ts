import { expect, test } from 'vitest';
import { makeMock, type Mock } from '../../mock-api/office.ts';
import { emptyStore } from '../../mock-api/town.ts';
import { workflows } from '../../workflows/index.ts';
import { kitDoor } from '../doors/kit.ts';
import { storyTown } from './cast.ts';
import { chapters } from './chapters.ts';
import { tellAll } from './tell.ts';

const opened: Mock[] = [];

tellAll('kit', chapters, (at) => {
  const mock = makeMock(workflows, emptyStore(at, storyTown()));
  opened.push(mock);
  return Promise.resolve(kitDoor(mock));
});

test('the ledger balances: the bank paid what the claims say, and nothing more', () => {
  for (const { store } of opened) {
    for (const posting of Map.groupBy(store.ledger, (entry) => `${entry.case} ${entry.step}`).values()) expect(posting.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
    for (const { id, data } of store.cases.filter(({ workflow }) => workflow === 'benefit-claim')) {
      const bank = store.ledger.filter((entry) => entry.case === id && entry.account.startsWith('paid:')).reduce((sum, { fen }) => sum + fen, 0);
      expect(bank, id).toBe(Number(data['paid'] ?? 0) - Number(data['recovered'] ?? 0));
    }
  }
  expect(opened.flatMap(({ store }) => store.ledger).length).toBeGreaterThan(20);
});
