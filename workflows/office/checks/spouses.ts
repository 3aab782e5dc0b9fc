/** Checks between an entry and the one it names as spouse (D12, D15, D16). */
import { isMarried } from '../marriage.ts';
import { isParent } from './kin.ts';
import { about, among, entryRule, hitIf } from './rule.ts';

const isKnownSex = (sex: string): boolean => sex === '1' || sex === '2';
const UNMARRIED = '10';

export const spouses = [
  entryRule({
    id: 'D12', level: 'error', dimension: 'logic', kin: true,
    reads: ['idNumber', 'spouse', 'household', 'relation'],
    title: { zh: '配偶登记为本人或父母子女', en: 'Spouse is the person, a parent or a child' },
    explanation: { zh: '配偶与本人为同一人或同一身份号码，或在同户登记为本人的父母、子女。', en: 'The spouse is the same person or has the same number, or is a parent or child in the same household.' },
    remedy: { zh: '对照结婚证重新选择配偶，并核对与户主关系。', en: 'Choose the spouse anew from the marriage certificate, and look at the relations to the head.' },
    find: ({ entry, spouse }) => {
      const same = entry.spouse === entry.id || (Boolean(entry.idNumber) && spouse?.idNumber === entry.idNumber);
      const kin = spouse !== null && spouse.household === entry.household && (isParent(spouse.relation, entry.relation) || isParent(entry.relation, spouse.relation));
      return hitIf(same || kin, () => about(entry, 'spouse', { spouse: entry.spouse ?? '' }));
    },
  }),
  entryRule({
    id: 'D15', level: 'error', dimension: 'logic', kin: true,
    reads: ['spouse'],
    title: { zh: '配偶关系不对应', en: 'Spouses do not name each other' },
    explanation: { zh: '本人登记的配偶，没有登记本人，或登记了别人。', en: 'The one named as spouse names nobody, or somebody else.' },
    remedy: { zh: '对照双方结婚证，改正登记有误的一方。', en: 'Compare with the certificates of both, and correct the one that is wrong.' },
    find: ({ entry, spouse }) => hitIf(spouse !== null && spouse.spouse !== entry.id, () => about(entry, 'spouse', { spouse: spouse?.id ?? '' })),
  }),
  entryRule({
    id: 'D16', level: 'warning', dimension: 'logic', kin: true,
    reads: ['sex', 'marital', 'spouse'],
    title: { zh: '夫妻性别或婚姻状况矛盾', en: 'Sex or marital status of spouses contradict' },
    explanation: { zh: '互为配偶的两人性别代码相同，或一方已婚、另一方未婚。', en: 'Two entered as spouses have the same sex code, or one is married and the other never was.' },
    remedy: { zh: '对照身份证、结婚证核对双方性别和婚姻状况。', en: 'Compare sex and status of both with their cards and certificates.' },
    find: ({ entry, spouse }) => {
      if (!spouse || spouse.id === entry.id) return [];
      const sex = isKnownSex(entry.sex) && entry.sex === spouse.sex;
      const marital = (isMarried(entry.marital) && spouse.marital === UNMARRIED) || (isMarried(spouse.marital) && entry.marital === UNMARRIED);
      return [...hitIf(sex, () => among([entry, spouse], 'sex')), ...hitIf(marital, () => among([entry, spouse], 'marital'))];
    },
  }),
];
