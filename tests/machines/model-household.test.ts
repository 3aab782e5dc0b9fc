import { describe, expect, test } from 'vitest';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { apart, overlaps } from './apart.ts';
import { explore, type Asked, type Graph } from './explore.ts';
import { once, tellsSound, withArrow } from './sound.ts';
import { noticesWatch } from './watches.ts';

const watch = noticesWatch({
  posting: 'recordPosting', judgement: 'settlesAll',
  needs: (_, state) => (['headSignoff', 'recommended', 'forwarded', 'commended', 'keptAsStory'].includes(state) ? ['townNotice', 'villageNotice'] : null),
});
const sees = ({ data, state, memory: { round } }: Case): unknown => ({
  village: data['villageNoticed'] === round, town: data['townNoticed'] === round, checked: data['checkedRound'] === round, drafted: Boolean(data['noticeText']), posted: Boolean(data['sheet']),
  recused: data['recused'], reminded: state === 'returned' && data['reminded'], story: `${String(data['story'] ?? '').length}`,
});
/** One scorer in a round may have to recuse; that more do is the office's to prevent. */
const never = ({ data }: Case, event: string): boolean => event === 'recuse' && Array.isArray(data['recused']) && data['recused'].length > 0;
const at = (year: string): string => `${year}-03-04T01:00:00.000Z`;
const searching = (workflow: Workflow, year: string, asked: Asked = {}) => once((): Graph => explore(workflow, { at: at(year), sees, never, watch, ...asked }));

const created = ['.open', 'draft.submit'] as const;
const scoring = ['panelScoring.score', 'panelScoring.substituteScore'] as const;
const deciding = ['appealReview.grantAppeal', 'appealReview.refuseAppeal'] as const;
const pairs = [
  ...apart('case', created, ['townCheck.pass', ...scoring, 'headSignoff.sign', 'forwarded.confirm']),
  ...apart('round', ['townCheck.pass'], [...scoring, 'headSignoff.sign', 'forwarded.confirm']),
  ...apart('round', scoring, ['headSignoff.sign', 'forwarded.confirm']), ...apart('round', ['headSignoff.sign'], ['forwarded.confirm']),
  ...apart('stay', scoring, scoring),
  ...apart('stay', ['villageNoticeDraft.draftNotice'], ['villageNoticeDraft.release']), ...apart('stay', ['townNoticeDraft.draftNotice'], ['townNoticeDraft.release']),
  ...apart('stay', ['objection.judgeObjection'], ['objection.judgeObjection']), ...apart('round', ['objection.judgeObjection'], ['objectionRuling.ruleObjection']),
  ...apart('appealed', ['objection.judgeObjection', 'objectionRuling.ruleObjection', 'headSignoff.reject', ...scoring], deciding),
  ...apart('case', ['commended.proposeRevocation'], ['revocationProposed.confirmRevocation']),
];

describe('model-household', () => {
  const [present, past] = [searching(modelHousehold, '2026'), searching(modelHousehold, '2024')];
  tellsSound(modelHousehold, { graphs: [past], pairs });
  test('under the scheme without an approval number nobody is ever commended', () => {
    expect(present()).toMatchObject({ complete: true, mistaken: [], wrong: [] });
    expect([...past().states].filter((state) => !present().states.has(state)).sort()).toEqual(['commended', 'expired', 'revocationProposed', 'revoked']);
  });
  test('planted holes are found', () => {
    const signs = withArrow(modelHousehold, 'headSignoff', 'sign', { notWho: [] });
    expect(overlaps(searching(signs, '2026')(), pairs).join()).toContain('one person takes townCheck.pass and headSignoff.sign');
    const hurries = withArrow(modelHousehold, 'panelScoring', 'hurry', { who: ['town_clerk'], ways: [{ to: 'headSignoff' }] });
    expect(searching(hurries, '2026')().wrong.join()).toContain('headSignoff though townNotice did not hang to the end');
    const unproven = withArrow(modelHousehold, 'townNotice', 'noticeExpired', { rules: [] });
    expect(searching(unproven, '2026')().wrong.join()).toContain('headSignoff though townNotice did not hang to the end');
  });
});
