/** What every process must show when everything that can happen to its cases has been gone through. */
import { expect, test, vi } from 'vitest';
import { arrowsOf } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { State, Step } from '../../workflows/kit/words.ts';
import { overlaps, type Apart } from './apart.ts';
import type { Graph } from './explore.ts';
import { leastStaff } from './least-staff.ts';
import { stuckWith } from './staffing.ts';

/** A search takes seconds; on a busy machine, minutes. */
vi.setConfig({ testTimeout: 300_000 });

export type Sound = {
  /** One or more searches that together enter every state; made when first asked for. */
  readonly graphs: readonly (() => Graph)[];
  readonly pairs: readonly Apart[];
  /** The search by which the staff is judged, if not the first. */
  readonly staffed?: () => Graph;
  readonly looks?: readonly Step[];
  /** Arrows that no search of this process by itself takes, for they need cases of others, or sums it has not. */
  readonly beyond?: readonly string[];
};

export const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** States from which no end can be reached. */
export const trapsIn = ({ nodes, workflow }: Graph): State[] => {
  const open = nodes.map(({ case: { state } }) => workflow.states[state]?.tags?.includes('end') ?? false);
  for (let grown = true; grown;) {
    grown = false;
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      if (!open[i] && nodes[i]?.edges.some(({ to }) => open[to])) { open[i] = true; grown = true; }
    }
  }
  return [...new Set(nodes.filter((_, i) => !open[i]).map(({ case: { state } }) => state))];
};

export const tellsSound = (workflow: Workflow, { graphs, pairs, staffed, looks = [], beyond = [] }: Sound): void => {
  const all = () => graphs.map((make) => make());
  const staff = leastStaff[workflow.name] ?? {};

  test('everything that can happen is gone through', () => {
    for (const graph of all()) {
      expect(graph).toMatchObject({ complete: true, mistaken: [] });
      process.stdout.write(`${workflow.name}: ${graph.nodes.length} situations, ${graph.arrows.size} arrows taken, complete\n`);
    }
  });
  test('every state can be entered, and from everywhere an end can be reached', () => {
    const entered = new Set(all().flatMap(({ states }) => [...states]));
    expect(Object.keys(workflow.states).filter((state) => !entered.has(state))).toEqual([]);
    for (const graph of all()) expect(trapsIn(graph)).toEqual([]);
  });
  test('every arrow that is drawn can be taken', () => {
    const taken = new Set(all().flatMap(({ arrows }) => [...arrows]));
    expect(arrowsOf(workflow).map(({ from, event, to }) => `${from ?? ''}.${event}.${to}`).filter((arrow) => !taken.has(arrow))).toEqual(beyond);
  });
  test('nothing comes where it must not', () => { for (const graph of all()) expect(graph.wrong).toEqual([]); });
  test('no person takes two steps that must be apart', () => {
    const found = all().map((graph) => overlaps(graph, pairs));
    expect(found.flat().filter((sentence) => !sentence.startsWith('nobody'))).toEqual([]);
    expect((found[0] ?? []).filter((sentence) => found.every((sentences) => sentences.includes(sentence)))).toEqual([]);
  });
  test(`nobody is missed with ${Object.entries(staff).map(([post, count]) => `${count} ${post}`).join(', ')}`, () => {
    const found = stuckWith((staffed ?? graphs[0] as () => Graph)(), staff, { looks });
    expect(found).toMatchObject({ complete: true, stuck: [] });
    process.stdout.write(`${workflow.name}: ${found.places} situations with this staff, complete\n`);
  });
  test.each(Object.keys(staff))('with one %s fewer somebody is missed', (post) => {
    const found = stuckWith((staffed ?? graphs[0] as () => Graph)(), { ...staff, [post]: (staff[post] ?? 0) - 1 }, { looks });
    expect(found.complete).toBe(true);
    expect(found.stuck).not.toEqual([]);
  });
};
