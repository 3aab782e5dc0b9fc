/** The way to the desk is the filled button of a batch’s page while its records are what comes next, and never beside another. */
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Registry } from '../../admin/case/registry.ts';
import { ActionBar } from '../../admin/case/Actions.tsx';
import { DeskLink } from '../../admin/desk/DeskLink.tsx';
import type { CaseRecord } from '../../admin/provider/records.ts';
import { getWorkflow, workflows } from '../../workflows/index.ts';
import { show, type Answers } from './support.tsx';

const VILLAGE = '999901101201';
const batch = (state: string, offers: readonly string[], blocked: Readonly<Record<string, readonly string[]>> = {}): CaseRecord => ({
  id: 'c7.v1', workflow: 'verification-batch', workflowVersion: 1, parent: 'c7', subject: null, state, unit: VILLAGE, title: '2026-11', data: { month: '2026-11' }, version: 2,
  openedBy: 'clock', openedAt: '2026-11-02T01:00:00.000Z', dueAt: null, offers: offers.map((type) => ({ type })), blocked: Object.entries(blocked).map(([type, why]) => ({ type, why })),
});
const clerk: Answers = ({ path }) => (path === 'session' ? { json: { user: { id: 'v', name: '甲', posts: [{ post: 'village_clerk', unit: VILLAGE }] } } } : undefined);

/** Names of the filled buttons of its page, the desk's among them. */
const filled = async (one: CaseRecord): Promise<(string | null)[]> => {
  show(<Registry.Provider value={workflows}><div data-testid="page"><DeskLink from={one} /><ActionBar workflow={getWorkflow(one.workflow)} one={one} act={() => undefined} /></div></Registry.Provider>, clerk);
  await screen.findByRole('link', { name: '到核实台逐条核实' });
  const page = within(screen.getByTestId('page'));
  return [...page.queryAllByRole('link'), ...page.queryAllByRole('button')].filter(({ classList }) => classList.contains('MuiButton-contained')).map(({ textContent }) => textContent);
};

describe('the filled button', () => {
  test('is the start before the month is begun', async () => expect(await filled(batch('assigned', ['start']))).toEqual(['开始核实']));
  test('is the desk while records wait', async () => expect(await filled(batch('inProgress', ['drawSample'], { submit: ['items-pending'], addLate: ['nobody-late'] }))).toEqual(['到核实台逐条核实']));
  test('is the submitting once none waits', async () => expect(await filled(batch('inProgress', ['submit'], { drawSample: ['nothing-pending'] }))).toEqual(['提交']));
  test('is the desk again when the batch was sent back', async () => expect(await filled(batch('returned', [], { resubmit: ['items-pending'] }))).toEqual(['到核实台逐条核实']));
  test('is none while the town looks at it', async () => expect(await filled(batch('townReview', [], { addLate: ['nobody-late'] }))).toEqual([]));
});
