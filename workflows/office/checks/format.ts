/** Checks of how things are written (D05 to D09). */
import { checkId } from '../citizen-id.ts';
import { hasCode } from '../codes.ts';
import type { CodeName } from '../codes.ts';
import { isDay } from '../days.ts';
import { isName } from '../names.ts';
import type { Seen } from './facts.ts';
import { about, entryRule, hitIf } from './rule.ts';

const EARLIEST = '1900-01-01';
const CODED = ['sex', 'marital', 'relation', 'ethnic'] as const satisfies readonly CodeName[];
/** Empty is the business of D01 and D02. */
const MAY_BE_EMPTY: ReadonlySet<CodeName> = new Set(['sex', 'marital', 'ethnic']);

/** A village of ours must be on the list; one of a district the office knows nothing of may be anything of twelve digits. */
const isUnit = ({ units }: Pick<Seen, 'units'>, code: string): boolean => units.has(code) || (/^\d{12}$/.test(code) && !units.has(code.slice(0, 6)));

export const format = [
  entryRule({
    id: 'D05', level: 'error', dimension: 'format',
    reads: ['name'],
    title: { zh: '姓名不规范', en: 'Name not in order' },
    explanation: { zh: '姓名应为2至30个汉字，不得含数字、字母、空格，也不得用“某”“不详”“XX”“之妻”等代替。', en: 'A name has 2 to 30 Chinese characters: no digit, letter or space, and no stand-in such as “不详”, “XX” or “之妻”.' },
    remedy: { zh: '按身份证或户口簿更正姓名。', en: 'Correct it from the identity card or the household book.' },
    find: ({ entry }) => hitIf(entry.name !== '' && !isName(entry.name), () => about(entry, 'name')),
  }),
  entryRule({
    id: 'D06', level: 'error', dimension: 'format',
    reads: ['idNumber'],
    title: { zh: '身份号码校验不通过', en: 'Identity number fails its check' },
    explanation: { zh: '公民身份号码应为18位，且末位校验码正确（GB 11643）。', en: 'An identity number has 18 places, and its last one proves the others (GB 11643).' },
    remedy: { zh: '查验身份证原件后重新录入；15位旧号码不得录入。', en: 'Type it anew with the card at hand; old numbers of 15 digits are not taken.' },
    find: ({ entry }) => {
      if (!entry.idNumber) return [];
      const { problems } = checkId(entry.idNumber);
      return hitIf(problems.includes('pattern') || problems.includes('check-digit'), () => about(entry, 'idNumber'));
    },
  }),
  entryRule({
    id: 'D07', level: 'error', dimension: 'format',
    reads: ['birthDate', 'marriageDate'],
    title: { zh: '日期无效', en: 'Date not possible' },
    explanation: { zh: '日期须真实存在，不早于1900年，也不晚于今天。', en: 'A date must be one of the calendar, not before 1900 and not after today.' },
    remedy: { zh: '对照证件更正日期。', en: 'Correct the date from the papers.' },
    find: ({ entry, today }) => (['birthDate', 'marriageDate'] as const).flatMap((field) => {
      const day = entry[field];
      return hitIf(Boolean(day) && !(isDay(day ?? '') && (day ?? '') >= EARLIEST && (day ?? '') <= today), () => about(entry, field));
    }),
  }),
  entryRule({
    id: 'D08', level: 'error', dimension: 'format',
    reads: ['sex', 'marital', 'relation', 'ethnic', 'hukouUnit', 'idNumber', 'idMissingReason'],
    title: { zh: '代码不在代码表内', en: 'Code not in its table' },
    explanation: { zh: '性别、婚姻状况、与户主关系、民族、单位代码和无号码原因只能取代码表中的值；子女不分长幼，一律用“子”“女”。', en: 'Sex, marital status, relation, ethnic group, unit and reason take the values of their tables only; children are “son” or “daughter”, whatever their order.' },
    remedy: { zh: '从代码表中重新选择；单位已调整的，改用现行单位。', en: 'Choose anew from the table; where a unit was changed take the present one.' },
    find: (seen) => {
      const { entry, units } = seen;
      return [
        ...CODED.flatMap((field) => hitIf(!(MAY_BE_EMPTY.has(field) && !entry[field]) && !hasCode(field, entry[field]), () => about(entry, field))),
        ...hitIf(entry.unit !== '' && !units.has(entry.unit), () => about(entry, 'unit')),
        ...hitIf(Boolean(entry.hukouUnit) && !isUnit(seen, entry.hukouUnit), () => about(entry, 'hukouUnit')),
        ...hitIf(!entry.idNumber && Boolean(entry.idMissingReason) && !hasCode('idMissing', entry.idMissingReason ?? ''), () => about(entry, 'idMissingReason')),
      ];
    },
  }),
  entryRule({
    id: 'D09', level: 'warning', dimension: 'format',
    reads: ['idNumber'],
    title: { zh: '身份号码地址码未知', en: 'Identity number of no known place' },
    explanation: { zh: '号码前几位不是任何行政区划代码。区划会调整而号码不变，所以只作提示。', en: 'The number begins with the code of no division. Divisions change while people keep their numbers, so this is a hint only.' },
    remedy: { zh: '查验身份证原件；号码无误的，注明已查验。', en: 'Look at the card; where the number is right, note that it was seen.' },
    find: ({ entry, demo }) => hitIf(entry.idNumber !== null && checkId(entry.idNumber, { demo }).warnings.length > 0, () => about(entry, 'idNumber')),
  }),
];
