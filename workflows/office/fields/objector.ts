/** Who objects: named or not, and for those alone who judge the objection. */
import type { Text } from '../../kit/words.ts';
import { personName } from './personal.ts';
import { shortText } from './plain.ts';

export const objector = {
  objectorName: personName({ zh: '异议人姓名', en: 'Name of the objector' }, { class: 'P4', help: { zh: '实名异议填写；加密保存，只有审理异议的人可以查看', en: 'Of a named objection; sealed, shown to those alone who judge it' } }).optional(),
  objectorContact: shortText({ zh: '异议人联系方式', en: 'How to reach the objector' }, { max: 60, class: 'P4' }).optional(),
};

type Filled = { readonly anonymous?: boolean | undefined; readonly objectorName?: string | undefined; readonly objectorContact?: string | undefined };

export const objectorText: Text = { zh: '实名异议请填写异议人姓名；匿名异议请勾选匿名，且不填写姓名和联系方式', en: 'A named objection needs the name; tick anonymous for one without, and give neither name nor contact' };
export const objectorFits = ({ anonymous = false, objectorName, objectorContact }: Filled): boolean =>
  (anonymous ? objectorName === undefined && objectorContact === undefined : objectorName !== undefined);
export const objectorOf = ({ objectorName, objectorContact }: Filled) => ({ ...(objectorName && { objectorName }), ...(objectorContact && { objectorContact }) });
