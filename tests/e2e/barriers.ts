/** What stands in people's way on a page, by WCAG 2.2, levels A and AA, as far as a program can see it. */
import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Everything; or what may differ between a page by day and the same page by night. */
export type Looked = 'whole' | 'colours';

const RULES: Readonly<Record<Looked, RunOptions>> = {
  whole: { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

const violationsIn = async (page: Page, within: string, options: RunOptions): Promise<Result[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async ([part, asked]) => (await (window as unknown as { axe: typeof axe }).axe.run(part, asked)).violations, [within, { ...options, resultTypes: ['violations'], preload: false } satisfies RunOptions] as const);
};

/** What scrolls half under the bar of a phone is no target too small: it is looked at again in the middle of the screen. */
const isTooSmall = async (page: Page, target: string): Promise<boolean> => {
  await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  return (await violationsIn(page, target, { runOnly: { type: 'rule', values: ['target-size'] } })).length > 0;
};

const stillThere = async (page: Page, { id, nodes }: Result): Promise<Result['nodes']> => {
  if (id !== 'target-size') return nodes;
  const found: Result['nodes'] = [];
  for (const node of nodes) if (await isTooSmall(page, String(node.target[0]))) found.push(node);
  return found;
};

/** A line for each rule that the page breaks, once nothing on it moves. */
export const findBarriers = async (page: Page, looked: Looked = 'whole'): Promise<string[]> => {
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity));
  const barriers: string[] = [];
  for (const one of await violationsIn(page, 'html', RULES[looked])) {
    const nodes = await stillThere(page, one);
    if (nodes.length > 0) barriers.push(`${one.id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  return barriers;
};
