/** Ready fields for what happened before witnesses: sheets posted, minutes, visits. Never a bare tick. */
import { z } from 'zod';
import { field, form, must } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';
import { attachment } from './files.ts';
import { personName } from './personal.ts';
import { count, day, lines, shortText } from './plain.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

/** The sheet on the notice board: {sheetNo, place, postedOn, photo}; its number or a photograph of it, and place and day in any case. */
export const postedSheet = (label: Text, words: Words = {}) => {
  const sheet = form({
    sheetNo: shortText({ zh: '公示单编号', en: 'Number of the sheet' }, { max: 40 }).optional(),
    place: shortText({ zh: '张贴地点', en: 'Where it hangs' }),
    postedOn: day({ zh: '张贴日期', en: 'Posted on' }),
    photo: attachment({ zh: '张贴现场照片', en: 'Photograph of the posted sheet' }, { kinds: ['picture'], max: 2, class: 'P2', help: { zh: '拍到公示单全貌和公示栏；位置信息会自动去除', en: 'The whole sheet on its board; the place where it was taken is removed from the file' } }).optional(),
  });
  const proven = must(sheet, ({ sheetNo, photo }) => sheetNo !== undefined || photo !== undefined, { zh: '请填写公示单编号，或附上张贴照片', en: 'Give the number of the sheet, or attach a photograph of it' }, ['sheetNo']);
  return field(proven, worded(label, { input: 'group' }, words));
};

const members = (zh: string, en: string) => count({ zh, en }, { max: 999 });

/** Minutes of a meeting with its vote: {reference, heldOn, panel, present, yes, no, abstain, scan}; their number or the pages themselves, and votes that add up. */
export const minutes = (label: Text, words: Words = {}) => {
  const written = form({
    reference: shortText({ zh: '记录编号', en: 'Number of the minutes' }, { max: 60 }).optional(),
    heldOn: day({ zh: '会议日期', en: 'Held on' }),
    panel: count({ zh: '应到人数', en: 'Members' }, { min: 1, max: 999 }),
    present: members('实到人数', 'Present'),
    yes: members('同意', 'For'),
    no: members('反对', 'Against'),
    abstain: members('弃权', 'Abstained'),
    scan: attachment({ zh: '评议记录扫描件或照片', en: 'Scan or photographs of the minutes' }, { max: 6 }).optional(),
  });
  const kept = must(written, ({ reference, scan }) => reference !== undefined || scan !== undefined, { zh: '请填写记录编号，或附上评议记录', en: 'Give the number of the minutes, or attach them' }, ['reference']);
  const attended = must(kept, (m) => m.present <= m.panel,
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
