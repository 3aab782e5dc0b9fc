/** What is typed in when somebody is going to be away. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { day, lines, personRef, processRefs } from '../office/fields.ts';
import { postName, WORKING_POSTS } from '../office/posts.ts';

const ground = lines({ zh: '理由', en: 'Ground' }, { min: 2, max: 300 });

export const forms = {
  open: form({
    absent: personRef({ zh: '离岗人员', en: 'Who is away' }, { help: { zh: '本人填写自己；分管领导可为他人登记', en: 'Yourself; a head may file it for somebody else' } }),
    post: field(z.enum(WORKING_POSTS), { label: { zh: '代行的岗位', en: 'Post to be stood in for' }, options: WORKING_POSTS.map((value) => ({ value, label: postName(value) })) }),
    substitute: personRef({ zh: '代行人', en: 'Substitute' }, { help: { zh: '代行人本人不能登记；代行期间不得再由他人代行', en: 'Never whoever files this; nobody stands in for a substitute' } }),
    from: day({ zh: '开始日期', en: 'First day' }),
    until: day({ zh: '结束日期', en: 'Last day' }),
    workflows: processRefs({ zh: '代行的业务', en: 'For these processes' }, { help: { zh: '只在选中的业务中代行，其他业务不受影响', en: 'The substitute acts in these only' } }),
  }),
  confirm: form({ opinion: lines({ zh: '意见', en: 'Opinion' }, { max: 300 }) }),
  refuse: form({ ground }),
  withdraw: form({ ground }),
  revoke: form({ ground }),
};
