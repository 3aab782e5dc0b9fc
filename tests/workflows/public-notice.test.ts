/** What hangs for all to read, over the whole demo town: masked lines and nothing else, on the page, on paper, and in the file. */
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../server/documents/docx.ts';
import { wordsOn } from '../../server/documents/paper.ts';
import { writePdf } from '../../server/documents/pdf.ts';
import { noticeList, noticePage, noticeSays } from '../../server/pages/notice-page.ts';
import { posterPaper } from '../../server/use-cases/poster-paper.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { checkWorkflow } from '../../workflows/kit/check.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import { personalIn } from '../../workflows/office/published-text.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { paymentBatch } from '../../workflows/payment-batch/index.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

const NOW = '2026-11-23T01:00:00.000Z';
const town = makeTown({ scale: 'full' });
const workflows = [benefitClaim, paymentBatch, modelHousehold, publicNotice];
const steps = workflows.flatMap((workflow) => workflow.demo(town, NOW).map((step) => ({ ...step, workflow: workflow.name })));
const office = makeOffice({ workflows, town, at: steps.map(({ at }) => at).toSorted()[0] ?? NOW });
office.replay(steps, NOW);
const notices = office.list('public-notice');
const { poster } = publicNotice;
const look = { lang: 'zh', path: '/public/notices/x', demo: true } as const;
const posted = notices.filter(({ state }) => poster?.printed.includes(state)).map((one) => ({
  id: one.id, unit: town.units.find(({ id }) => id === one.unit)?.name ?? { zh: '', en: '' }, issuer: { zh: '云溪镇', en: 'Yunxi Town' }, draft: poster?.draft.includes(one.state) ?? false, sheet: poster?.sheet(one) ?? (() => { throw new Error('no sheet'); })(),
}));

/** Whatever could tell of somebody: numbers, doors, whole names. */
const secrets = town.residents.flatMap(({ idNumber, phone, account, residenceAddress, hukouAddress, name }) => [idNumber, phone, account, residenceAddress, hukouAddress, name]).filter((one): one is string => one !== null && one.length > 1);
const HOTLINE = '022-26990000';
const leaksIn = (text: string): string[] => {
  const said = text.replaceAll(HOTLINE, '');
  return [...secrets.filter((one) => said.includes(one)), ...personalIn(said.replaceAll(/sha256-\S+/g, ''))];
};

test('the kit finds nothing wrong with it', () => expect(checkWorkflow(publicNotice, { at: NOW, unit: 'U', free: { residents: [], households: [] }, cases: () => [] })).toEqual([]));

describe('the demo town', () => {
  test('has a notice at every stand, of both levels and both kinds', () => {
    expect([...new Set(notices.map(({ state }) => state))].toSorted()).toEqual(Object.keys(publicNotice.states).toSorted());
    expect(new Set(notices.map(({ data }) => data['level']))).toEqual(new Set(['village', 'town']));
    expect(new Set(notices.map(({ data }) => data['kind']))).toEqual(new Set(['benefit-claim', 'model-household']));
    for (const one of notices) expect(office.refolded(one.id)).toEqual(one);
  });
  test('shows nobody’s number, door, child or whole name on any page, paper or file', async () => {
    expect(posted.length).toBeGreaterThan(5);
    expect(posted.flatMap(({ sheet }) => sheet.rows).length).toBeGreaterThan(10);
    for (const one of posted) for (const lang of ['zh', 'en'] as const) {
      expect(leaksIn(noticePage({ ...look, lang }, one).replace(/<style>[\s\S]*<\/style>/, '')), one.id).toEqual([]);
      expect(leaksIn(wordsOn(posterPaper(one, lang)).join('\n')), one.id).toEqual([]);
    }
    const [first] = posted;
    if (!first) throw new Error('nothing hangs');
    const docx = unzipSync(await writeDocx(posterPaper(first, 'zh')));
    const text = Buffer.from(docx['word/document.xml'] ?? []).toString('utf8').replaceAll(/<[^>]+>/g, '');
    expect(text).toContain('监督电话');
    expect(leaksIn(text)).toEqual([]);
    expect((await writePdf(posterPaper(first, 'zh'))).subarray(0, 5).toString()).toBe('%PDF-');
  });
  test('the scan of this test sees what it looks for', () => {
    const person = town.residents.find(({ idNumber, phone, account }) => idNumber && phone && account);
    for (const secret of [person?.idNumber, person?.phone, person?.account, person?.residenceAddress, person?.name]) expect(leaksIn(`一、${secret}`), String(secret)).not.toEqual([]);
    expect(leaksIn('一、沈*澜')).toEqual([]);
  });
});

describe('the page', () => {
  test('writes out what is typed, never as markup, and needs no script', () => {
    const one = posted[0];
    if (!one) throw new Error('nothing hangs');
    const page = noticePage(look, { ...one, sheet: { ...one.sheet, title: { zh: '<script>alert(1)</script>', en: 'x' } } });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('lang="zh-CN"');
  });
  test('says so where nothing hangs, or no longer does', () => {
    expect(noticeList({ ...look, lang: 'en' }, [])).toContain('Nothing hangs at present');
    expect(noticeSays(look, 'gone')).toContain('名单不再公开');
  });
});

test.each([
  ['id', '身份证999901198506120011'], ['phone', '电话 138 0013 8000'], ['phone', '022-26990001'], ['account', '卡号6222 0210 0112 3456 789'], ['address', '住云溪村3组12号'], ['address', '合成路1组1号'],
  ['child', '女儿李小雨成绩优秀'], ['child', '儿子（王一诺）'], ['child', '孩子名叫高小满'],
])('the scan finds %s in %s', (kind, text) => expect(personalIn(text)).toContain(kind));
test.each(['《惠民待遇实施办法》云政〔2026〕9号', '热心照料邻里独居老人，子女孝顺，家庭和睦。', '女儿常回家陪伴老人，儿子和邻居相处融洽。', '2026年四季度第一批', '公示期限7个工作日'])('the scan lets %s pass', (text) => expect(personalIn(text)).toEqual([]));

describe('what is refused', () => {
  const draft = notices.find(({ state, data }) => state === 'draft' && data['level'] === 'village');
  const clerk = town.staff.find(({ posts }) => posts.some(({ post, unit }) => post === 'village_clerk' && unit === draft?.unit))?.id ?? '';
  const opening = (change: Data) => office.would(clerk, draft?.id ?? '', 'revise', change);
  test('texts with somebody’s data in them, and a mobile as the office’s telephone', () => {
    expect(whyOf(opening({ title: '张小华 13800138000' }))).toEqual(['title']);
    expect(whyOf(opening({ ground: '女儿李小雨' }))).toEqual(['ground']);
    expect(whyOf(opening({ noticePhone: '13800138000' }))).toEqual(['noticePhone']);
    expect(whyOf(opening({ noticePlace: '村委会门前公示栏' }))).toEqual([]);
  });
  test('a list in which a case lets through what is personal', () => {
    const [one] = office.list('benefit-claim', ['villageGathered']).filter(({ data }) => data['notice'] === draft?.id);
    expect(one?.data['posting']).toMatchObject({ name: expect.stringContaining('*') });
    const rule = publicNotice.rules['nothing-personal'];
    const asked = (posting: Data) => rule?.({ case: { ...draft, data: { ...draft?.data } } as never, form: {}, at: NOW, actor: office.actorAt(clerk, draft?.unit ?? ''), facts: { gathered: [{ id: 'a', state: '', key: null, subject: null, values: { posting } }] } });
    const line = { name: '张*华', about: { zh: '奖励扶助', en: 'Elder support' } };
    expect(asked(line)).toBe(true);
    expect(asked({ ...line, name: '张小华' })).toBe(false);
    expect(asked({ ...line, text: '电话13800138000' })).toBe(false);
    expect(asked({ ...line, text: '女儿李小雨考上大学' })).toBe(false);
  });
});
