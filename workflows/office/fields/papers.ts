/** Ready fields for what proves a thing: papers seen, sheets posted, minutes, visits. Never a bare tick. */
import { z } from 'zod';
import { field, form, must } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';
import { codes } from '../codes.ts';
import type { CodeOf } from '../codes.ts';
import { personName } from './personal.ts';
import { code, count, day, lines, shortText } from './plain.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

export type EvidenceKind = CodeOf<'evidence'>;

const REFERENCE: Text = { zh: '填证件或档案编号，或存放位置；不得填写身份证号码全文', en: 'Number of the paper or file, or where it is kept; never a whole identity number' };

const NO_ID: Text = { zh: '请勿填写身份证号码全文，可只写后四位', en: 'Do not write a whole identity number: its last four digits will do' };
const reference = field(
  must(z.string().trim().min(1).max(100), (value) => !/\d{17}[\dXx]/.test(value), NO_ID),
  { label: { zh: '编号或存放位置', en: 'Number or place kept' }, help: REFERENCE, class: 'P3', input: 'text' },
);

/** Papers seen, at least `min`, of the kinds named. Rows of {kind, reference, seenOn}. P3. */
export const evidence = (label: Text, { min = 1, kinds = codes.evidence.codes, ...words }: Words & { min?: number; kinds?: readonly EvidenceKind[] } = {}) => {
  const paper = form({
    kind: code({ zh: '材料种类', en: 'Kind of paper' }, 'evidence', { only: kinds }),
    reference,
    seenOn: day({ zh: '查验日期', en: 'Seen on' }),
  });
  const enough: Text = { zh: `至少登记${min}份材料`, en: `Enter at least ${min} paper(s)` };
  return field(must(z.array(paper).max(30), (papers) => papers.length >= min, enough), worded(label, { input: 'list', class: 'P3' }, words));
};

/** The sheet on the notice board: {sheetNo, place, postedOn}. */
export const postedSheet = (label: Text, words: Words = {}) =>
  field(form({
    sheetNo: shortText({ zh: '公示单编号', en: 'Number of the sheet' }, { max: 40 }),
    place: shortText({ zh: '张贴地点', en: 'Where it hangs' }),
    postedOn: day({ zh: '张贴日期', en: 'Posted on' }),
  }), worded(label, { input: 'group' }, words));

const members = (zh: string, en: string) => count({ zh, en }, { max: 999 });

/** Minutes of a meeting with its vote: {reference, heldOn, panel, present, yes, no, abstain}; the numbers must add up. */
export const minutes = (label: Text, words: Words = {}) => {
  const written = form({
    reference: shortText({ zh: '记录编号', en: 'Number of the minutes' }, { max: 60 }),
    heldOn: day({ zh: '会议日期', en: 'Held on' }),
    panel: count({ zh: '应到人数', en: 'Members' }, { min: 1, max: 999 }),
    present: members('实到人数', 'Present'),
    yes: members('同意', 'For'),
    no: members('反对', 'Against'),
    abstain: members('弃权', 'Abstained'),
  });
  const attended = must(written, (m) => m.present <= m.panel,
    { zh: '实到人数不能多于应到人数', en: 'No more can be present than are members' }, ['present']);
  const counted = must(attended, (m) => m.yes + m.no + m.abstain === m.present,
    { zh: '同意、反对、弃权之和应等于实到人数', en: 'For, against and abstained must add up to those present' }, ['yes']);
  return field(counted, worded(label, { input: 'group' }, words));
};

type Vote = { readonly panel: number; readonly present: number; readonly yes: number };

/** Two thirds of the panel were there. */
export const isQuorate = ({ panel, present }: Vote): boolean => present * 3 >= panel * 2;
/** More than half of those present were for it. */
export const isCarried = ({ present, yes }: Vote): boolean => yes * 2 > present;

/** A visit by two persons or more: {visitedOn, persons: [{name}], findings}. */
export const visit = (label: Text, words: Words = {}) => {
  const visitors = must(z.array(form({ name: personName({ zh: '姓名', en: 'Name' }) })).max(6),
    (persons) => new Set(persons.map((one) => one.name)).size >= 2,
    { zh: '入户核实须由两名不同的人员进行', en: 'A visit takes two different persons' });
  return field(form({
    visitedOn: day({ zh: '入户日期', en: 'Visited on' }),
    persons: field(visitors, { label: { zh: '入户人员', en: 'Visitors' }, input: 'list' }),
    findings: lines({ zh: '核实情况', en: 'Findings' }, { min: 5, max: 500, class: 'P3' }),
  }), worded(label, { input: 'group', class: 'P3' }, words));
};
