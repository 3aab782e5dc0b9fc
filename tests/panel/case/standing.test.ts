/** Where a case stands, in one sentence, in both languages. */
import { expect, test } from 'vitest';
import { leftText, momentText, standingOf } from '../../../admin/case/standing.ts';
import { ownWay, pictureOf } from '../../../admin/case/way-gone.ts';
import { whatNext } from '../../../admin/case/what-next.ts';
import { plots } from './plots.ts';
const NOW = '2026-11-23T02:00:00.000Z';

const at = (state: string, dueAt: string | null) => standingOf(plots, { state, dueAt }, NOW);

test('a case that waits for people names their posts, the day and the days left', () => {
  expect(at('townCheck', '2026-11-25T15:59:59.999Z')).toEqual({
    zh: '本件现在“镇里核对”，待镇经办、审核员办理，期限至2026年11月25日，剩 2 个工作日。',
    en: 'This case stands at “Town check” and waits for: Town clerk or Reviewer, due 25 Nov 2026: 2 working days left.',
  });
});

test('a late case says how late', () => {
  expect(at('townCheck', '2026-11-18T15:59:59.999Z')).toEqual({
    zh: '本件现在“镇里核对”，待镇经办、审核员办理，期限至2026年11月18日，逾期 3 个工作日。',
    en: 'This case stands at “Town check” and waits for: Town clerk or Reviewer, due 18 Nov 2026: 3 working days overdue.',
  });
});

test('a case without a term says so', () => expect(at('draft', null).zh).toBe('本件现在“起草”，待村居专干办理，未设期限。'));

test('a notice runs until the clock ends it', () => {
  expect(at('notice', '2026-11-30T15:59:59.999Z')).toEqual({
    zh: '本件现在“公示中”，到2026年11月30日期满（剩 5 个工作日），届时系统自动“公示期满”。',
    en: 'This case stands at “On notice”; it runs until 30 Nov 2026 (5 working days left), when the system does “Notice ends” by itself.',
  });
});

test('a closed case is closed', () => expect(at('lent', null)).toEqual({ zh: '本件已结束：“已出借”。', en: 'This case is closed: “Lent”.' }));

test('the last day, a weekend after it, and a year without a calendar are said honestly', () => {
  expect(leftText('2026-11-23T15:59:59.999Z', NOW).zh).toBe('今天到期');
  expect(leftText('2026-11-20T15:59:59.999Z', '2026-11-21T02:00:00.000Z').en).toBe('overdue');
  expect(leftText('2999-01-01T00:00:00.000Z', NOW).zh).toBe('未到期');
});

test('moments are those of the office, whatever the machine’s zone', () => expect(momentText('2026-11-22T17:05:00.000Z').zh).toBe('2026年11月23日 01:05'));

test('what happens next names the state and whose duty it is there', () => {
  expect(whatNext(plots, 'townCheck', 'sendBack')).toEqual([{ zh: '进入“起草”，待村居专干办理', en: 'to “Draft”, for: Village clerk' }]);
  expect(whatNext(plots, 'townCheck', 'pass')[0]?.zh).toBe('进入“公示中”，由系统按期办理');
  expect(whatNext(plots, 'notice', 'noticeExpired')[0]?.en).toBe('to “Lent”; the case is then closed');
  expect(whatNext(plots, null, 'open')[0]?.zh).toBe('进入“起草”，待村居专干办理');
});

test('a way back leads to where this case came from, and nowhere else', () => {
  const log = [{ type: 'submit', from: 'draft', to: 'townCheck' }, { type: 'pass', from: 'townCheck', to: 'notice' }, { type: 'suspend', from: 'notice', to: 'suspended' }];
  expect(whatNext(plots, 'suspended', 'resume', log)).toEqual([{ zh: '进入“公示中”，由系统按期办理', en: 'to “On notice”, left to the system’s clock' }]);
  expect(whatNext(plots, 'suspended', 'resume')).toHaveLength(2);
});

test('the picture draws the main roads, the way gone and what is next; of asides only those gone or next', () => {
  const day = '2026-11-20T02:00:00.000Z';
  const { nodes, edges } = pictureOf(plots, 'townCheck', [{ type: 'open', from: null, to: 'draft', at: day }, { type: 'submit', from: 'draft', to: 'townCheck', at: day }]);
  expect(nodes.map(({ id, place }) => `${id} ${place}`)).toEqual(['draft gone', 'townCheck here', 'suspended open', 'notice open', 'lent open', 'withdrawn open']);
  expect(edges.filter(({ gone }) => gone).map(({ id }) => id)).toEqual(['draft.submit.townCheck']);
  const drawn = edges.map(({ id }) => id);
  expect(drawn).toContain('townCheck.suspend.suspended');
  expect(drawn).not.toContain('notice.suspend.suspended');
  expect(drawn).not.toContain('suspended.resume.notice');
});

test('the case’s own way is the picture without what neither was passed nor may follow', () => {
  const day = '2026-11-20T02:00:00.000Z';
  const { nodes, edges } = ownWay(pictureOf(plots, 'notice', [{ type: 'submit', from: 'draft', to: 'townCheck', at: day }, { type: 'pass', from: 'townCheck', to: 'notice', at: day }]));
  expect(nodes.map(({ id, place }) => `${id} ${place}`)).toEqual(['draft gone', 'townCheck gone', 'suspended open', 'notice here', 'lent open']);
  expect(edges.every(({ gone, next }) => gone || next)).toBe(true);
});
