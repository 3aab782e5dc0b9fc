/** What is typed in for a notice; the list itself comes from the cases, masked. */
import { z } from 'zod';
import { field, form, must } from '../kit/form.ts';
import type { Text } from '../kit/words.ts';
import { attachment, count, day, lines, phone, postedSheet, shortText, tick } from '../office/fields.ts';
import { phoneKind } from '../office/phone.ts';
import { personalIn } from '../office/published-text.ts';
import { kindNames, kinds } from './notice.ts';

const PERSONAL: Text = { zh: '文中出现身份证号码、电话、账号、住址门牌或子女姓名，请删除', en: 'The text holds an identity, telephone or account number, a home address or a child’s name: take it out' };
const published = <T extends z.ZodType<string>>(text: T): T => must(text, (value) => personalIn(value).length === 0, PERSONAL) as T;

const OFFICE_PHONE: Text = { zh: '请填写办公固定电话，不得填写个人手机，例如 022-26990000', en: 'Give an office landline, never anybody’s mobile, e.g. 022-26990000' };
const remark = () => lines({ zh: '说明', en: 'Remark' }, { max: 300 });
const typed = {
  title: published(shortText({ zh: '公示标题', en: 'Heading' }, { max: 60, class: 'P1', help: { zh: '例如“2026年四季度第一批”', en: 'For example “2026, fourth quarter, first”' } })),
  ground: published(lines({ zh: '公示依据', en: 'Ground' }, { max: 300, class: 'P1', help: { zh: '写明所依据的政策文件和文号', en: 'Name the policy and the number of its document' } })),
  noticePlace: published(shortText({ zh: '张贴地点', en: 'Where it hangs' }, { class: 'P1', help: { zh: '写公示栏名称，不写门牌', en: 'The notice board by its name, no door number' } })),
  noticePhone: must(phone({ zh: '监督电话', en: 'Supervision telephone' }, { class: 'P1' }), (value) => phoneKind(value) === 'landline', OFFICE_PHONE),
};

export const forms = {
  open: form({
    kind: field(z.enum(kinds), { label: { zh: '公示内容', en: 'Cases of' }, class: 'P1', input: 'choice', options: kinds.map((value) => ({ value, label: kindNames[value] })) }),
    noticeDays: count({ zh: '公示期限（工作日）', en: 'Term in working days' }, { min: 3, max: 60, class: 'P1', help: { zh: '不得短于名单中各项目要求的期限，自张贴次日的第一个工作日起算', en: 'No shorter than any case in it asks; counted from the working day after posting' } }),
    ...typed,
  }),
  revise: form({ title: typed.title.optional(), ground: typed.ground.optional(), noticePlace: typed.noticePlace.optional(), noticePhone: typed.noticePhone.optional() }),
  submit: form({ remark: remark().optional() }),
  release: form({ previewSeen: tick({ zh: '已逐行核对脱敏后的公示单', en: 'I have checked the masked sheet line by line' }) }),
  sendBack: form({ remark: remark() }),
  recall: form({ remark: remark() }),
  recordPosting: form({ sheet: postedSheet({ zh: '张贴证明', en: 'Proof of posting' }, { help: { zh: '附张贴照片即为证明；没有照片的，须由另一人到场确认', en: 'A photograph proves it; without one a second person has to confirm that it hangs' } }) }),
  confirmPosting: form({
    seenOn: day({ zh: '到场查看日期', en: 'Seen on' }),
    photo: attachment({ zh: '张贴现场照片', en: 'Photograph of the posted sheet' }, { kinds: ['picture'], max: 2, class: 'P2' }).optional(),
  }),
  endTerm: form({ remark: remark().optional() }),
  takeDown: form({ whyTakenDown: published(lines({ zh: '撤下原因', en: 'Why it is taken down' }, { min: 4, max: 300 })) }),
  recordRemoval: form({ removedOn: day({ zh: '取下日期', en: 'Removed on' }) }),
  cancel: form({ remark: remark() }),
};
