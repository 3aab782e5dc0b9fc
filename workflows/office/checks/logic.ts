/** Checks of one entry against itself and its household (D10, D11, D13, D14, D17, D18). */
import { checkId } from '../citizen-id.ts';
import { ageOn, isDay } from '../days.ts';
import { legalAge, wasMarried } from '../marriage.ts';
import { isParentByBirth } from './kin.ts';
import { about, entryRule, hitIf } from './rule.ts';

/** Years between parent and child that are believed. */
const YOUNGEST_PARENT = 14;
const OLDEST_PARENT = 60;

const isBothDays = (a: string | null, b: string | null): boolean => isDay(a ?? '') && isDay(b ?? '');

export const logic = [
  entryRule({
    id: 'D10', level: 'error', dimension: 'logic',
    reads: ['birthDate', 'idNumber'],
    title: { zh: '出生日期与身份号码不一致', en: 'Date of birth and identity number differ' },
    explanation: { zh: '身份号码第7至14位应与登记的出生日期相同（GB 11643）。', en: 'Places 7 to 14 of the identity number are the date of birth (GB 11643).' },
    remedy: { zh: '对照身份证更正其中有误的一项；证件本身有误的，请本人到公安部门更正。', en: 'Correct whichever is wrong from the card; where the card is wrong, the police correct it.' },
    find: ({ entry }) => {
      const { idNumber, birthDate } = entry;
      if (!idNumber || !birthDate || checkId(idNumber).problems.includes('pattern')) return [];
      return hitIf(idNumber.slice(6, 14) !== birthDate.replaceAll('-', ''), () => about(entry, 'birthDate'));
    },
  }),
  entryRule({
    id: 'D11', level: 'error', dimension: 'logic',
    reads: ['sex', 'idNumber'],
    title: { zh: '性别与身份号码不一致', en: 'Sex and identity number differ' },
    explanation: { zh: '身份号码第17位单数为男，双数为女（GB 11643）。', en: 'Place 17 of the identity number is odd for men, even for women (GB 11643).' },
    remedy: { zh: '对照身份证更正其中有误的一项。', en: 'Correct whichever is wrong from the card.' },
    find: ({ entry }) => {
      const says = entry.idNumber ? checkId(entry.idNumber).sex : undefined;
      return hitIf(says !== undefined && entry.sex !== '' && says !== entry.sex, () => about(entry, 'sex'));
    },
  }),
  entryRule({
    id: 'D13', level: 'warning', dimension: 'logic',
    reads: ['sex', 'birthDate', 'marital', 'marriageDate'],
    title: { zh: '婚姻变动日期早于法定婚龄', en: 'Married before the legal age' },
    explanation: { zh: '变动日期时男不满22周岁、女不满20周岁（民法典第1047条；1981年以前为20、18周岁）。多为日期录入有误。', en: 'At that date a man was under 22, or a woman under 20 (Civil Code Art. 1047; before 1981, 20 and 18). Mostly the date was typed wrongly.' },
    remedy: { zh: '对照结婚证核对日期；日期无误的，注明情况，不影响本人任何待遇。', en: 'Compare the date with the certificate; where it is right, note it. It has no effect on any benefit.' },
    find: ({ entry }) => {
      const { birthDate, marriageDate, sex, marital } = entry;
      if (!wasMarried(marital) || !birthDate || !marriageDate || !isBothDays(birthDate, marriageDate) || marriageDate < birthDate) return [];
      const age = ageOn(birthDate, marriageDate);
      return hitIf(age < legalAge(sex, marriageDate), () => about(entry, 'marriageDate', { age }));
    },
  }),
  entryRule({
    id: 'D14', level: 'warning', dimension: 'logic',
    reads: ['birthDate', 'marriageDate'],
    title: { zh: '婚姻变动日期在出生前或去世后', en: 'Marital event before birth or after death' },
    explanation: { zh: '结婚、离婚、丧偶的日期不可能早于出生，也不可能晚于去世。', en: 'Marriage, divorce and widowhood lie neither before birth nor after death.' },
    remedy: { zh: '对照证件更正日期。', en: 'Correct the date from the papers.' },
    find: ({ entry, departure }) => {
      const { birthDate, marriageDate } = entry;
      if (!marriageDate || !isDay(marriageDate)) return [];
      const early = isDay(birthDate ?? '') && marriageDate < (birthDate ?? '');
      const late = departure?.kind === 'deceased' && marriageDate > departure.on;
      return hitIf(early || late, () => about(entry, 'marriageDate'));
    },
  }),
  entryRule({
    id: 'D17', level: 'warning', dimension: 'logic', kin: true,
    reads: ['household', 'relation', 'birthDate'],
    title: { zh: '父母子女年龄差异常', en: 'Ages of parent and child not plausible' },
    explanation: { zh: '登记为亲子的两人相差不足14岁或超过60岁，多为与户主关系或出生日期有误。', en: 'Two entered as parent and child lie under 14 or over 60 years apart: mostly the relation or a date of birth is wrong.' },
    remedy: { zh: '对照户口簿核对与户主关系和双方出生日期；收养、继亲关系选相应代码。', en: 'Compare the relation and both dates with the household book; adoption and step relations have codes of their own.' },
    find: ({ entry, members }) => members.filter(({ id, relation }) => id !== entry.id && isParentByBirth(relation, entry.relation)).flatMap((parent) => {
      if (!isBothDays(parent.birthDate, entry.birthDate)) return [];
      const years = ageOn(parent.birthDate ?? '', entry.birthDate ?? '');
      return hitIf(years < YOUNGEST_PARENT || years > OLDEST_PARENT, () => about(entry, 'relation', { parent: parent.id, years }));
    }),
  }),
  entryRule({
    id: 'D18', level: 'error', dimension: 'logic',
    reads: [],
    title: { zh: '在册状态与去向矛盾', en: 'On the register though gone' },
    explanation: { zh: '已证实去世或迁出，登记册中却仍为在册。村居报告的“已搬离”“已去世”须先经个案核查证实。', en: 'Somebody proven to have died or moved away still counts as present. What a village reports is proven by a case check first.' },
    remedy: { zh: '查验证明后变更状态；迁往本镇其他村居的，办理交接。', en: 'Look at the proof and change the status; hand the record over where the person lives in another village of the town.' },
    find: ({ entry, departure, today }) => hitIf(entry.status === 'active' && departure !== null && departure.on <= today, () => about(entry, 'status', { kind: departure?.kind ?? '', on: departure?.on ?? '' })),
  }),
];
