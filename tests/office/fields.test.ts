import { describe, expect, test } from 'vitest';
import { allFields, fieldsOf, form, readForm } from '../../workflows/kit/form.ts';
import type { Form } from '../../workflows/kit/form.ts';
import * as f from '../../workflows/office/fields.ts';

const label = { zh: '测试', en: 'Test' };
const one = (schema: Form['shape'][string]) => form({ it: schema });
const read = (schema: Form['shape'][string], it: unknown) => readForm(one(schema), { it });
const complaint = (schema: Form['shape'][string], it: unknown): string[] => {
  const answer = read(schema, it);
  return answer.ok ? [] : Object.keys(answer.errors);
};

const minutes = { reference: '评议2026-3', heldOn: '2026-11-02', panel: 9, present: 7, yes: 5, no: 1, abstain: 1 };
const visit = { visitedOn: '2026-11-02', persons: [{ name: '张三' }, { name: '李四' }], findings: '情况属实' + '。' };

const good: [string, Form['shape'][string], unknown][] = [
  ['personName', f.personName(label), '买买提·艾力'],
  ['idNumber', f.idNumber(label), '99990119881008068X'],
  ['phone', f.phone(label), '10012345678'],
  ['account', f.account(label), '0000123456789012345'],
  ['day', f.day(label), '2026-11-23'],
  ['month', f.month(label), '2026-11'],
  ['yuan', f.yuan(label, { max: 340_000 }), 340_000],
  ['code', f.code(label, 'marital', { only: ['10', '21'] }), '21'],
  ['reasonCode', f.reasonCode(label), 'R99'],
  ['lines', f.lines(label, { min: 3, max: 300 }), '第一行\n第二行'],
  ['shortText', f.shortText(label), '一句话'],
  ['count', f.count(label, { max: 9 }), 9],
  ['entryRef', f.entryRef(label, 'residents'), 'p000001'],
  ['caseRef', f.caseRef(label, 'other', ['open']), 'c1'],
  ['tick', f.tick(label), true],
  ['yesNo', f.yesNo(label), false],
  ['evidence', f.evidence(label, { kinds: ['id_card'] }), [{ kind: 'id_card', reference: '已核对原件', seenOn: '2026-11-02' }]],
  ['postedSheet', f.postedSheet(label), { sheetNo: '公示2026-3', place: '村务公开栏', postedOn: '2026-11-02' }],
  ['minutes', f.minutes(label), minutes],
  ['visit', f.visit(label), visit],
];

const bad: [string, Form['shape'][string], unknown, string][] = [
  ['a name with a digit', f.personName(label), '张3', 'it'],
  ['an ID number with a slip', f.idNumber(label), '999901198504120021', 'it'],
  ['a phone of ten digits', f.phone(label), '1391234567', 'it'],
  ['an account with letters', f.account(label), 'abc', 'it'],
  ['a day that does not exist', f.day(label), '2026-02-30', 'it'],
  ['a month that does not exist', f.month(label), '2026-13', 'it'],
  ['money above the cap', f.yuan(label, { max: 340_000 }), 340_001, 'it'],
  ['half a fen', f.yuan(label, { max: 340_000 }), 0.5, 'it'],
  ['a code left out', f.code(label, 'marital', { only: ['10', '21'] }), '22', 'it'],
  ['a tick not set', f.tick(label), false, 'it'],
  ['no paper', f.evidence(label), [], 'it'],
  ['a paper of another kind', f.evidence(label, { kinds: ['id_card'] }), [{ kind: 'other', reference: '说明', seenOn: '2026-11-02' }], 'it.0.kind'],
  ['an ID number as reference', f.evidence(label), [{ kind: 'id_card', reference: '999901198504120022', seenOn: '2026-11-02' }], 'it.0.reference'],
  ['a sheet without a place', f.postedSheet(label), { sheetNo: '1', place: ' ', postedOn: '2026-11-02' }, 'it.place'],
  ['more present than members', f.minutes(label), { ...minutes, panel: 6 }, 'it.present'],
  ['votes that do not add up', f.minutes(label), { ...minutes, yes: 6 }, 'it.yes'],
  ['a visit by one person twice', f.visit(label), { ...visit, persons: [{ name: '张三' }, { name: '张三' }] }, 'it.persons'],
];

describe('ready fields', () => {
  test.each(good)('%s takes what is in order', (_, schema, it) => {
    expect(read(schema, it)).toEqual({ ok: true, data: { it } });
  });
  test.each(bad)('%s is refused at its field', (_, schema, it, path) => {
    expect(complaint(schema, it)).toEqual([path]);
  });
  test.each(good)('%s has words on itself and on all inside it', (_, schema) => {
    for (const info of allFields(fieldsOf(one(schema)))) expect(info.label.zh).not.toBe('');
  });
  test.each(good)('%s may be left out when made optional, and only then', (_, schema) => {
    expect(readForm(one(schema), {}).ok).toBe(false);
    expect(readForm(one(schema.optional()), {}).ok).toBe(true);
    expect(fieldsOf(one(schema.optional()))[0]).toMatchObject({ label, required: false });
  });

  test('ID numbers, phones and accounts are sealed, and put in order before they are checked', () => {
    for (const schema of [f.idNumber(label), f.phone(label), f.account(label)]) expect(fieldsOf(one(schema))[0]?.class).toBe('P4');
    expect(read(f.idNumber(label), ' 99990119881008068x')).toEqual({ ok: true, data: { it: '99990119881008068X' } });
    expect(read(f.account(label), '0000 1234 5678 9012 345')).toEqual({ ok: true, data: { it: '0000123456789012345' } });
  });

  test('a masked value sent back is refused, not stored', () => {
    expect(complaint(f.idNumber(label), { masked: '**************0022' })).toEqual(['it']);
    expect(complaint(f.phone(label), '100****5678')).toEqual(['it']);
  });

  test('two thirds make a quorum, more than half carry', () => {
    expect(f.isQuorate({ panel: 9, present: 6, yes: 0 })).toBe(true);
    expect(f.isQuorate({ panel: 9, present: 5, yes: 5 })).toBe(false);
    expect(f.isCarried({ panel: 9, present: 6, yes: 3 })).toBe(false);
    expect(f.isCarried({ panel: 9, present: 6, yes: 4 })).toBe(true);
  });
});
