/** The words of a yearly review. */
export const messages = {
  states: {
    pending: { zh: '待村级核实', en: 'To be visited' },
    keptProposed: { zh: '拟保留待镇核查', en: 'To be kept, before the town' },
    exitProposed: { zh: '拟退出待镇核查', en: 'Leaving proposed, before the town' },
    exitConfirm: { zh: '拟退出待区确认', en: 'Leaving, before the district' },
    kept: { zh: '年审通过', en: 'Kept' },
    exited: { zh: '已退出', en: 'Left the programme' },
    appealReview: { zh: '复核中', en: 'Appeal under review' },
    exitedFinal: { zh: '已退出（终结）', en: 'Left, final' },
  },
  events: {
    open: { zh: '登记年审', en: 'Begin a review' },
    keepOn: { zh: '拟保留', en: 'Propose to keep' },
    proposeExit: { zh: '拟退出', en: 'Propose leaving' },
    passKept: { zh: '核查通过', en: 'Pass' },
    passExit: { zh: '核查属实，报区确认', en: 'Pass on to the district' },
    sendBack: { zh: '退回重新核实', en: 'Send back' },
    confirmExit: { zh: '确认退出', en: 'Confirm' },
    appeal: { zh: '申请复核', en: 'Appeal' },
    appealLapsed: { zh: '复核期满', en: 'Time to appeal ran out' },
    grantAppeal: { zh: '复核成立，重新核实', en: 'Grant the appeal' },
    dismissAppeal: { zh: '维持退出', en: 'Dismiss the appeal' },
    late: { zh: '年审期限届满', en: 'The window of the review is over' },
  },
  rules: {
    'not-related': { zh: '您与待遇对象有已申报的亲属或利害关系，应当回避，请由其他人员办理。', en: 'You have declared a relation to the beneficiary: somebody else must act.' },
  },
  tells: {
    late: { zh: '年审应于3月31日前完成，还有对象未核实。', en: 'Reviews end on 31 March, and a beneficiary has not been visited yet.' },
    toCheck: { zh: '有一件年审等待镇经办核查。', en: 'A yearly review waits for the town clerks.' },
    toConfirm: { zh: '有一件年审退出等待区级确认。', en: 'Somebody’s leaving a programme waits for the district.' },
    decided: { zh: '年审已有结论，请告知本人；退出的，送达决定并告知可在15个工作日内申请复核、60日内申请行政复议。', en: 'A yearly review was decided: please tell the person; where they leave, deliver the decision with its remedies: a review within 15 working days, reconsideration within 60 days.' },
  },
};

export const checkTexts = {
  notAfterToday: { zh: '日期不能晚于今天', en: 'The date cannot lie after today' },
  ofThisVillage: { zh: '待遇对象不在本村居名册中，请从名册选择', en: 'The beneficiary is not in this village’s register: please choose from it' },
  onlyOne: { zh: '该对象本年度本项目有未办结的年审，请在原记录上办理', en: 'A review of the person for the programme and year is under way: please go on there' },
  begun: { zh: '年审年度尚未开始', en: 'That year has not begun' },
  heard: { zh: '请填写本人陈述意见；已死亡的除外', en: 'Please write down what the person said, unless the person died' },
};
