/** The words of helping a family to its child-care subsidy. */
export const messages = {
  states: {
    checklist: { zh: '核对材料', en: 'Getting the papers together' },
    filedOnline: { zh: '已在国家系统申请', en: 'Filed in the national system' },
    paid: { zh: '国家系统显示已发放', en: 'Paid, says the national system' },
    problem: { zh: '有问题待处理', en: 'Something went wrong' },
    confirmed: { zh: '家庭确认到账', en: 'Arrived, says the family' },
    ended: { zh: '协助结束', en: 'Help is over' },
  },
  events: {
    open: { zh: '登记协助', en: 'Begin to help' },
    look: { zh: '核对材料', en: 'Look through the papers' },
    book: { zh: '预约', en: 'Make an appointment' },
    file: { zh: '登记网上申请', en: 'Record the filing' },
    copyStatus: { zh: '抄录状态', en: 'Copy the status' },
    reconcile: { zh: '核对到账', en: 'Ask whether it arrived' },
    fileAgain: { zh: '登记重新申请', en: 'Record a new filing' },
    settle: { zh: '办结', en: 'Settle' },
    end: { zh: '结束协助', en: 'End the help' },
    late: { zh: '到期提醒', en: 'Time ran out' },
  },
  rules: { 'papers-complete': { zh: '材料尚未看齐，请先核对材料。', en: 'Not all papers have been looked at: please look through them first.' } },
  tells: {
    late: { zh: '育儿补贴材料仍未齐备，请联系家庭。', en: 'The papers for a child-care subsidy are still not complete: please ask the family.' },
    lookUp: { zh: '请到国家系统查询育儿补贴状态。', en: 'Please look up the status of a child-care subsidy in the national system.' },
    trouble: { zh: '育儿补贴申请出现问题，请处理。', en: 'Something went wrong with a child-care subsidy: please see to it.' },
    askFamily: { zh: '国家系统显示育儿补贴已发放，请与家庭核对到账。', en: 'The national system says that a child-care subsidy was paid: please ask the family.' },
  },
};

export const checkTexts = {
  notAfterToday: { zh: '日期不能晚于今天', en: 'The date cannot lie after today' },
  ofThisVillage: { zh: '监护人不在本村居名册中，请从名册选择', en: 'The guardian is not in this village’s register: please choose from it' },
  onlyOne: { zh: '该监护人本年度已有协助记录，请在原记录上办理', en: 'The guardian is being helped for that year already: please go on there' },
  begun: { zh: '补贴年度尚未开始', en: 'That year has not begun' },
  bookable: { zh: '预约日期应为今天或以后的工作日', en: 'An appointment is on a working day, today or later' },
  whyNot: { zh: '退回或不通过的，请写明原因', en: 'Please say why it was sent back or refused' },
};
