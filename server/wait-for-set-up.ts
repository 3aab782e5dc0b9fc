/** Answers with set-up alone until somebody has made the office — here, or through another process — and then as that office. */
import { randomBytes } from 'node:crypto';
import { buildApp } from './app.ts';
import type { Ground } from './ground.ts';
import { appSettingsOf, openOffice } from './open-office.ts';
import type { Opened } from './open-office.ts';
import { beforeOfficeRoutes } from './routes/routes.ts';
import { findOffice } from './store/office-row.ts';

const LOOK_MS = 2_000;

export type Waiting = Opened & { readonly setUpToken: string };

/** `failed` hears of an office that was set up and could not open. */
export const waitForSetUp = async (ground: Ground, failed: (error: unknown) => void): Promise<Waiting> => {
  const setUpToken = randomBytes(24).toString('base64url');
  let turning: Promise<void> | null = null;
  let stopped = false;

  const turn = async (): Promise<void> => {
    const there = await findOffice(ground.connection.db).catch(() => null);
    if (!there || stopped) return;
    clearInterval(look);
    await opened.close();
    // The port was found once: the office answers at the same one.
    const port = Number(new URL(opened.address).port);
    opened = await openOffice({ ...ground, settings: { ...ground.settings, port } }, there.district);
  };
  const turnOnce = (): void => void (turning ??= turn().catch(failed).finally(() => (turning = null)));

  const app = await buildApp(null, appSettingsOf(ground), (on) => beforeOfficeRoutes(on, ground.connection, setUpToken, turnOnce));
  let opened: Opened = { address: await app.listen({ port: ground.settings.port, host: ground.settings.host }), close: () => app.close() };
  const look = setInterval(turnOnce, LOOK_MS);
  return {
    address: opened.address, setUpToken,
    close: async () => {
      stopped = true;
      clearInterval(look);
      await turning;
      await opened.close();
    },
  };
};
