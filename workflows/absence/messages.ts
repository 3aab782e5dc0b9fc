/** What people read about an absence. */
import type { Workflow } from '../kit/workflow.ts';
import type { Text } from '../kit/words.ts';

export const messages: Workflow['messages'] = {
  states: {
    filed: { zh: '待批准', en: 'Filed' },
    standing: { zh: '已批准', en: 'Agreed' },
    over: { zh: '已到期', en: 'Over' },
    refused: { zh: '未批准', en: 'Refused' },
    revoked: { zh: '已撤销', en: 'Revoked' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    lapsed: { zh: '逾期未批', en: 'Lapsed' },
  },
  events: {
    open: { zh: '登记离岗代行', en: 'File an absence' },
    confirm: { zh: '批准代行', en: 'Agree' },
    refuse: { zh: '不予批准', en: 'Refuse' },
    withdraw: { zh: '撤回', en: 'Withdraw' },
    lapse: { zh: '到期未批', en: 'Lapse' },
    revoke: { zh: '提前结束', en: 'End early' },
    expire: { zh: '到期结束', en: 'Expire' },
  },
  rules: {
    'not-a-party': { zh: '您是离岗人员或代行人，不能由您批准，请另一位领导办理', en: 'You are the person away or the substitute: somebody else has to agree' },
    'no-chain': { zh: '代行人在此期间也离岗，或离岗人员正在代他人履职，请另选代行人或先结束原代行', en: 'The substitute is away too, or the person away stands in for another: choose somebody else, or end that first' },
    'post-held': { zh: '离岗人员已不担任该岗位，请不予批准后重新登记', en: 'The person away no longer holds that post: please refuse this and file it anew' },
    'concerns-you': { zh: '只有登记人、离岗人员、代行人或分管领导可以办理', en: 'Only for whoever filed it, the two people concerned, or a head' },
  },
  tells: {
    toConfirm: { zh: '有一份离岗代行等待批准。', en: 'An absence waits for your agreement.' },
    agreed: { zh: '离岗代行已批准。', en: 'A substitution was agreed.' },
    ended: { zh: '离岗代行已提前结束。', en: 'A substitution was ended early.' },
  },
};

export const checkTexts = {
  mayFile: { zh: '只能登记本人离岗；为他人登记须由分管领导办理', en: 'File your own absence; for somebody else a head does it' },
  absentKnown: { zh: '本镇没有这名工作人员，请从列表中选择', en: 'Nobody of this town has that name: choose from the list' },
  postHeld: { zh: '离岗人员不担任该岗位，请选择其担任的岗位', en: 'The person does not hold that post: choose one they hold' },
  absentFree: { zh: '离岗人员在此期间正在代他人履职，请先结束原代行', en: 'The person stands in for another on these days: end that first' },
  another: { zh: '代行人不能是离岗人员本人', en: 'Nobody stands in for themselves' },
  notYourself: { zh: '不能登记由自己代行，请由离岗人员本人或分管领导登记', en: 'Nobody appoints themselves: the person away or a head has to file it' },
  substituteKnown: { zh: '本镇没有这名工作人员，请从列表中选择', en: 'Nobody of this town has that name: choose from the list' },
  substituteThere: { zh: '代行人在此期间也离岗，请另选代行人', en: 'The substitute is away on these days too: choose somebody else' },
  fromNow: { zh: '开始日期不能早于今天', en: 'The first day cannot lie before today' },
  inOrder: { zh: '结束日期不能早于开始日期', en: 'The last day cannot lie before the first' },
  notForEver: { zh: '一次最长代行180天，请缩短期限', en: 'At most 180 days at a time: choose an earlier day' },
  theirWork: { zh: '所选业务不存在或不属于该岗位，请重新选择', en: 'That post has nothing to do in one of these: choose again' },
  notThis: { zh: '离岗代行本身不能由代行人办理，请取消勾选', en: 'Absences themselves are never agreed by a substitute: take it off' },
} satisfies Record<string, Text>;
