/** What a notice says to people. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    draft: { zh: '编制中', en: 'Being drawn up' },
    review: { zh: '待复核发布', en: 'To be released' },
    released: { zh: '已发布待张贴', en: 'Released, to be posted' },
    posted: { zh: '公示中', en: 'Hangs' },
    over: { zh: '期满待取下', en: 'Term over, to be taken off' },
    closed: { zh: '已办结', en: 'Closed' },
    takenDown: { zh: '提前撤下', en: 'Taken down early' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  events: {
    open: { zh: '新建公示', en: 'Open a notice' },
    revise: { zh: '修改', en: 'Revise' },
    submit: { zh: '提交复核', en: 'Hand in' },
    release: { zh: '复核并发布', en: 'Release' },
    sendBack: { zh: '退回修改', en: 'Send back' },
    recordPosting: { zh: '登记张贴', en: 'Record the posting' },
    recall: { zh: '撤回重拟', en: 'Call back' },
    confirmPosting: { zh: '确认已张贴', en: 'Confirm that it hangs' },
    termOver: { zh: '公示期满', en: 'Term over' },
    endTerm: { zh: '结束公示', en: 'End the notice' },
    takeDown: { zh: '提前撤下', en: 'Take down early' },
    recordRemoval: { zh: '登记取下', en: 'Record the removal' },
    overdue: { zh: '取下超期提醒', en: 'Removal overdue' },
    cancel: { zh: '作废', en: 'Cancel' },
  },
  rules: {
    'own-level': { zh: '村级公示由村居专干办理，镇级公示由镇经办办理。', en: 'A village’s notice is for its clerk, a town’s for the town clerks.' },
    'notice-not-empty': { zh: '公示中还没有事项，请先在待公示的申请或推荐中“列入公示”。', en: 'Nothing is in the notice yet: put the cases that wait to be posted into it first.' },
    'list-holds': { zh: '名单与提交复核时不一致（有事项撤回、暂停或变化），请退回重新提交。', en: 'The list is no longer what was handed in (a case was withdrawn, suspended or changed): please send it back.' },
    'nothing-personal': { zh: '自动筛查发现身份证号码、电话、账号、住址门牌、子女姓名或未脱敏的姓名，请修改文字，或把该事项移出公示。', en: 'The scan found an identity, telephone or account number, a home address, a child’s name or an unmasked name: please mend the text, or take that case out.' },
    'posting-proven': { zh: '张贴尚无证明：请附张贴照片，或由登记人以外的一人到场确认。', en: 'The posting is not proven: a photograph is needed, or somebody else who confirms that it hangs.' },
    'posting-unproven': { zh: '张贴已有证明。', en: 'The posting is proven already.' },
    'term-over': { zh: '公示期限未满。', en: 'The term is not over yet.' },
    'nobody-hangs': { zh: '名单中还有事项的公示期未满，或异议未结、复核期未满、暂停办理。', en: 'A case in it still has days to hang, or an objection, an appeal against it or a suspension holds it.' },
  },
  tells: {
    toRelease: { zh: '有一份公示等待复核发布。', en: 'A notice waits to be released.' },
    toPost: { zh: '公示已发布，请打印张贴并登记。', en: 'A notice is released: please print and post it, and record that.' },
    toRemove: { zh: '公示期满，请在5个工作日内取下并登记。', en: 'A notice has run its term: please take it off within 5 working days and record that.' },
    cameDown: { zh: '公示已提前撤下，其中的事项须重新公示；正在处理异议或暂停的，处理完后重新公示。', en: 'A notice was taken down early: the cases in it have to be posted anew, those that an objection or a suspension holds as soon as that is over.' },
    sentBack: { zh: '公示被退回或撤回，请修改后重新提交。', en: 'A notice was sent or called back: please mend it and hand it in again.' },
  },
};
