/** The picture of the office over the mock's arrays: counted here, put together in the office's own words. */
import { deadlineOf } from '../workflows/kit/advance.ts';
import { dutiesOf } from '../workflows/kit/offers.ts';
import { longestIn, openStates, viewProcesses } from '../workflows/kit/picture.ts';
import type { Eldest, PictureView, SentBack, Stood } from '../workflows/kit/picture.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Day, Instant } from '../workflows/kit/words.ts';
import { MONEY_POSTS } from '../workflows/office/posts.ts';
import { accountsOf, inYears, linesIn, partsIn } from '../workflows/office/spending.ts';
import { covers } from '../workflows/office/units.ts';
import { endOf, startOf } from '../workflows/office/working-days.ts';
import { actorOf, type Mock } from './office.ts';
import { opensTo, standsOf } from './stands.ts';
import type { Store } from './store.ts';
import { sentBackRows } from './words-of-lists.ts';

export type Asked = { readonly from: Day; readonly to: Day; readonly unit: string | null };
type Looked = { readonly workflow: Workflow; readonly cases: readonly Case[] };

export const holds = (store: Store, person: string, posts: readonly string[]): boolean =>
  [...(store.people.find(({ id }) => id === person)?.posts ?? []), ...standsOf(store, person)].some(({ post }) => posts.includes(post));

const isOver = (one: Case, now: Instant): boolean => {
  const due = deadlineOf(one);
  return due !== null && due <= now;
};

const stoodIn = ({ now }: Store, { workflow, cases }: Looked): Stood[] => {
  const open = openStates(workflow);
  return [...Map.groupBy(cases.filter(({ state }) => open.includes(state)), ({ unit, state }) => `${unit} ${state}`).values()].flatMap((there) => there.slice(0, 1).map(({ unit, state }) => ({
    workflow: workflow.name, unit, state, open: there.length, overdue: there.filter((one) => isOver(one, now)).length, since: there.map(({ enteredAt }) => enteredAt).toSorted()[0] ?? now,
  })));
};

const eldestOf = ({ units, people }: Store, { workflow, cases }: Looked, { state, unit, since }: Stood): Eldest[] => {
  const [one] = cases.filter((each) => each.state === state && each.unit === unit && each.enteredAt === since).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return one ? [{
    workflow: workflow.name, state, id: one.id, unit, since,
    holders: dutiesOf(workflow, one).map(({ post, barred }) => ({ post, people: people.filter(({ id, posts }) => !barred.includes(id) && posts.some((held) => held.post === post && covers(units, held.unit, unit))).map(({ name }) => name) })),
  }] : [];
};

const sentBackIn = (store: Store, { workflow, cases }: Looked, { from, to }: Asked): SentBack[] => {
  const { returns } = workflow;
  if (!returns) return [];
  const mine = new Set(cases.map(({ id }) => id));
  const rows = sentBackRows(store, workflow, startOf(from), endOf(to)).filter((row) => mine.has(row.case));
  const count = (reason: string | null, of: typeof rows): SentBack => ({ workflow: workflow.name, reason, cases: new Set(of.map((row) => row.case)).size, times: of.length });
  const reasons = Map.groupBy(rows, ({ form }) => form[returns.reason ?? '']);
  return [count(null, rows), ...[...reasons].flatMap(([reason, of]) => (typeof reason === 'string' ? [count(reason, of)] : []))];
};

const moneyIn = (store: Store, workflows: readonly Workflow[], asked: Asked): PictureView['money'] => {
  const standing = new Map([...Map.groupBy(store.ledger, ({ account }) => account)].map(([account, entries]) => [account, entries.reduce((sum, { fen }) => sum + fen, 0)]));
  const lines = inYears(linesIn(standing), asked);
  const accounts = accountsOf(lines);
  const cases = new Map(store.cases.map((one) => [one.id, one]));
  const spent = store.ledger.flatMap(({ case: id, account, fen }) => {
    const one = cases.get(id);
    const part = one?.data[workflows.find(({ name }) => name === one.workflow)?.spends ?? ''];
    return one && typeof part === 'string' && accounts.includes(account) ? [{ workflow: one.workflow, part, account, fen }] : [];
  });
  return { lines, parts: partsIn(spent) };
};

export const pictureIn = ({ store, workflows }: Mock, person: string, asked: Asked): PictureView => {
  const reads = (workflow: Workflow, unit: string): boolean => (asked.unit === null || asked.unit === unit) && opensTo(actorOf(store, person, unit, workflow.name).posts, workflow);
  const looked = [...workflows.values()].filter((workflow) => store.units.some(({ id }) => reads(workflow, id)))
    .map((workflow) => ({ workflow, cases: store.cases.filter((one) => one.workflow === workflow.name && reads(workflow, one.unit)) }));
  const stood = looked.flatMap((one) => stoodIn(store, one));
  const eldest = longestIn(stood).flatMap((place) => looked.filter(({ workflow }) => workflow.name === place.workflow).flatMap((one) => eldestOf(store, one, place)));
  const sentBack = looked.flatMap((one) => sentBackIn(store, one, asked));
  return {
    at: store.now, ...asked, processes: viewProcesses(looked.map(({ workflow }) => workflow), { stood, eldest, sentBack }, store.now),
    money: holds(store, person, MONEY_POSTS) ? moneyIn(store, [...workflows.values()], asked) : null,
  };
};
