/** Who sits where: the demo office's people signed in, with the register each village's clerk sees. */
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { isName } from '../../workflows/office/names.ts';
import type { Pair } from './claims.ts';

export type Resident = { readonly id: string; readonly name: string };
type Me = { readonly user: { readonly posts: readonly { readonly unit: string }[] } };

const VILLAGES = 18;
const TOWN_CLERKS = 4;
/** What one list may hold. */
const PAGE = 1000;

/** The cookie of a demo sign-in name. */
export const signIn = async (base: string, username: string): Promise<string> => {
  const answer = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'demo-2026' }) });
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status}`);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
};

export const read = async <T>(base: string, path: string, cookie: string): Promise<T> => {
  const answer = await fetch(base + path, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** One pair for each village that has people in its register. */
export const takeDesks = async (base: string): Promise<Pair[]> => {
  const towns = await Promise.all(Array.from({ length: TOWN_CLERKS }, (_, i) => signIn(base, `town${i + 1}`)));
  const related = new Set(makeTown().relations.map(({ resident }) => resident));
  const pairs = await Promise.all(Array.from({ length: VILLAGES }, async (_, i): Promise<Pair> => {
    const village = await signIn(base, `village${two(i + 1)}`);
    const unit = (await read<Me>(base, '/api/session', village)).user.posts[0]?.unit ?? '';
    const filter = encodeURIComponent(JSON.stringify({ status: 'active' }));
    const residents = await read<Resident[]>(base, `/api/residents?filter=${filter}&range=[0,${PAGE - 1}]`, village);
    // No account can be held under a name planted wrongly, and who is somebody's relative is not judged by them.
    return { village, town: towns[i % towns.length] ?? '', unit, residents: residents.filter(({ id, name }) => isName(name) && !related.has(id)) };
  }));
  return pairs.filter(({ residents }) => residents.length > 0);
};
