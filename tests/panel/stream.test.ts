/** The panel's one stream: there while somebody looks, and quiet where the server has none. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepStream } from '../../admin/inbox/stream.ts';

class MadeUpSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: MadeUpSource[] = [];
  readyState = 0;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    MadeUpSource.all.push(this);
  }
  close(): void { this.readyState = MadeUpSource.CLOSED; }
  say(type: string): void { this.dispatchEvent(new Event(type)); }
  fail(): void {
    this.readyState = MadeUpSource.CLOSED;
    this.say('error');
  }
}

const look = (hidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};
const open = (): MadeUpSource[] => MadeUpSource.all.filter(({ readyState }) => readyState !== MadeUpSource.CLOSED);

let heard = 0;
let end: () => void;
beforeEach(() => {
  [MadeUpSource.all, heard] = [[], 0];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', MadeUpSource);
  end = keepStream('/api/live', () => { heard += 1; });
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('asks anew when the server says so, and once more when it was interrupted', () => {
  const [source] = open();
  expect(source?.address).toBe('/api/live');
  source?.say('open');
  expect(heard).toBe(0);
  source?.say('inbox');
  expect(heard).toBe(1);
  source?.say('open');
  expect(heard).toBe(2);
});

test('holds no connection while the page is hidden, and catches up when it is seen again', () => {
  open()[0]?.say('open');
  look(true);
  expect(open()).toHaveLength(0);
  look(false);
  expect(open()).toHaveLength(1);
  open()[0]?.say('open');
  expect(heard).toBe(1);
});

test('bears a server without streams, and tries again much later', () => {
  open()[0]?.fail();
  vi.advanceTimersByTime(60_000);
  expect(MadeUpSource.all).toHaveLength(1);
  vi.advanceTimersByTime(300_000);
  expect(open()).toHaveLength(1);
});

test('leaves nothing behind', () => {
  open()[0]?.fail();
  end();
  look(false);
  vi.advanceTimersByTime(600_000);
  expect(open()).toHaveLength(0);
});
