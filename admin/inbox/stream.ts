/** One stream from the server while somebody looks: it says when what waits has changed. Where there is none, questions are asked each minute as ever. */

/** A server without streams, a session that is over, too many windows: the browser gives up, and it is tried again much later. */
const LATER_MS = 300_000;

/** Calls `changed` when something did, and when something may have been missed; gives what ends it. A page that nobody sees holds no connection. */
export const keepStream = (address: string, changed: () => void): (() => void) => {
  let source: EventSource | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;

  const hangUp = (): void => {
    clearTimeout(later);
    source?.close();
    source = null;
  };
  const dial = (): void => {
    hangUp();
    const dialled = new EventSource(address);
    source = dialled;
    dialled.addEventListener('inbox', changed);
    dialled.addEventListener('open', () => {
      if (interrupted) changed();
      interrupted = true;
    });
    dialled.addEventListener('error', () => {
      if (dialled.readyState === EventSource.CLOSED) later = setTimeout(dial, LATER_MS);
    });
  };
  const look = (): void => (document.hidden ? hangUp() : dial());

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    hangUp();
  };
};
