/** Tells a story through one door, line by line, and stops at the first that comes out otherwise. */
import { deepStrictEqual, ok, partialDeepStrictEqual, strictEqual } from 'node:assert';
import { getWorkflow } from '../../workflows/index.ts';
import { childId } from '../../workflows/kit/ids.ts';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import { dueAfter } from '../../workflows/office/working-days.ts';
import type { StoryDoor, Told, Which } from '../doors/story-door.ts';
import type { Form, Line, Story } from './story.ts';

export const formFor = (workflow: string, unit: string, event: string, form: Form, now: Instant): Data => {
  if (typeof form === 'function') return form(now);
  const given = getWorkflow(workflow).examples({ at: now, unit, free: { residents: [], households: [] }, cases: () => [] })[event];
  const examples = given === undefined ? [] : Array.isArray(given) ? (given as Data[]) : [given as Data];
  return { ...examples[form.way ?? 0], ...form.with };
};

/** Ids in a form that name cases of the story are written `$name`. */
const withIds = (value: unknown, idOf: (name: string) => string): unknown => {
  if (typeof value === 'string' && value.startsWith('$')) return idOf(value.slice(1));
  if (Array.isArray(value)) return value.map((one) => withIds(one, idOf));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withIds(one, idOf)])) : value;
};

/** `slug` is how the ids of its cases begin. */
export const teller = (door: StoryDoor, slug: string, story: Pick<Story, 'title' | 'cases'>) => {
  const whichOf = (name: string): Which => {
    const role = story.cases[name];
    if (!role) throw new Error(`The story has no case ${name}`);
    return { workflow: role.workflow, id: 'child' in role ? childId(whichOf(role.child[0]).id, role.child[1]) : `${slug}.${name}` };
  };
  const unitOf = (name: string): string => {
    const role = story.cases[name];
    return role === undefined ? '' : 'unit' in role ? role.unit : role.child[1];
  };
  const data = (on: string, event: string, form: Form, now: Instant): Data =>
    withIds(formFor(whichOf(on).workflow, unitOf(on), event, form, now), (name) => whichOf(name).id) as Data;
  const act = async (by: string, on: string, event: string, form: Form) => {
    const given = data(on, event, form, await door.now());
    return event === 'open' ? door.open(by, whichOf(on), unitOf(on), given) : door.send(by, whichOf(on), event, given);
  };

  const tellLine = async (line: Line): Promise<void> => {
    if ('wait' in line) return door.clock(dueAfter(await door.now(), line.wait));
    if ('drawn' in line) {
      const sheet = (await door.see(line.by[0] ?? '', whichOf(line.of))).data[line.sheet] as { readonly drawn: readonly string[] };
      for (const id of sheet.drawn) {
        let told: Told = { no: ['nobody'] };
        for (const by of line.by) if ('no' in told) told = await door.send(by, { workflow: line.drawn, id }, line.does, formFor(line.drawn, '', line.does, line.form, await door.now()));
        ok('to' in told, `${id}: ${JSON.stringify(told)}`);
      }
      return;
    }
    if ('of' in line) {
      const standing = (await door.children(line.by, line.each, whichOf(line.of).id)).filter(({ state }) => state === line.at);
      for (const one of standing) {
        const told = await door.send(line.by, one, line.does, formFor(line.each, '', line.does, line.form, await door.now()));
        ok('to' in told, `${one.id}: ${JSON.stringify(told)}`);
      }
      return;
    }
    if ('does' in line) return deepStrictEqual(await act(line.by, line.on, line.does, line.form), { to: line.to });
    if ('cannot' in line) return deepStrictEqual(await act(line.by, line.on, line.cannot, line.form), { no: line.why });
    if ('logged' in line) {
      const log = await door.log('auditor', whichOf(line.logged));
      deepStrictEqual(log.map(({ type, post, behalf }) => `${type} by ${post}${behalf ? ' for another' : ''}`), line.steps);
      if (line.people !== undefined) strictEqual(new Set(log.map(({ actor }) => actor)).size, line.people);
      return;
    }
    if ('resident' in line) return partialDeepStrictEqual(await door.resident(line.by, line.resident), line.values);
    const seen = await door.see(line.by, whichOf(line.sees));
    partialDeepStrictEqual(seen, { state: line.state, ...(line.data && { data: line.data }), ...(line.blocked && { blocked: line.blocked }) });
    if (line.offers) deepStrictEqual(seen.offers, [...line.offers].sort());
  };

  let told = 0;
  return async (line: Line): Promise<void> => {
    told += 1;
    try {
      await tellLine(line);
    } catch (error) {
      throw new Error(`${story.title}, line ${told}: ${JSON.stringify(line)}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
};

export const tellStory = async (door: StoryDoor, slug: string, story: Story): Promise<void> => {
  const tell = teller(door, slug, story);
  for (const line of story.lines) await tell(line);
};
