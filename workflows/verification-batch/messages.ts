/** What people read about a village's month of verification. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    assigned: { zh: '已派发', en: 'Given out' },
    inProgress: { zh: '核实中', en: 'Being verified' },
    submitted: { zh: '已提交', en: 'Handed in' },
    townReview: { zh: '镇级审核', en: 'Under review in the town' },
    returned: { zh: '退回村居', en: 'Sent back to the village' },
    passed: { zh: '审核通过', en: 'Passed' },
    waived: { zh: '经批准免于本期审核', en: 'Waived by the head' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  events: {
    open: { zh: '派发', en: 'Give out' },
    start: { zh: '开始核实', en: 'Start' },
    drawSample: { zh: '抽取样本', en: 'Draw a sample' },
    closeSample: { zh: '完成抽样核查', en: 'Close the sample' },
    submit: { zh: '提交', en: 'Hand in' },
    takeUp: { zh: '开始审核并抽样', en: 'Take up for review, draw the sample' },
    explain: { zh: '说明异常指标', en: 'Explain an outlier' },
    sendBack: { zh: '退回', en: 'Send back' },
    resubmit: { zh: '处理后提交', en: 'Hand in again' },
    pass: { zh: '审核通过', en: 'Pass' },
    waive: { zh: '批准免于本期审核', en: 'Waive' },
    close: { zh: '办结', en: 'Close' },
    reopen: { zh: '重新核实', en: 'Reopen' },
    addLate: { zh: '补录名单', en: 'List who came late' },
    takeOver: { zh: '接收转入条目', en: 'Take over a record' },
    deadlinePassed: { zh: '超过截止日', en: 'Cut-off day passed' },
  },
  rules: {
    'items-pending': { zh: '还有待核实的条目，请全部核实后再提交', en: 'Some records are still to be verified: deal with all of them first' },
    'changes-open': { zh: '还有未审核的更正或未结的个案核查，请先处理', en: 'Changes or case checks are still open: settle them first' },
    'errors-open': { zh: '本批次的记录还有未处理的错误级质量问题，请先更正，或由镇经办、审核员写明理由后搁置', en: 'Records of the batch still have findings of error level: correct them, or a town clerk or reviewer sets them aside with a reason' },
    'outlier-unexplained': { zh: '本村居的更正、无法核实或入户比例明显偏离全镇水平，须先由镇经办核查并说明', en: 'The village’s share of corrections, of records not verifiable or of visits lies far from the town’s: a town clerk has to check and explain it first' },
    'nothing-pending': { zh: '没有待核实的条目', en: 'No record is to be verified' },
    'sample-open': { zh: '已抽取样本，请先逐条核实样本，再完成抽样核查', en: 'A sample is drawn already: verify its records, then close it' },
    'sample-failed': { zh: '本批次抽样差错率超过2%，不能整批确认，其余条目请逐条核实', en: 'More than 2 % of the sample did not agree: nothing can be confirmed together, verify the other records one by one' },
    'no-sample': { zh: '没有正在核查的样本', en: 'There is no sample under way' },
    'sample-unchecked': { zh: '样本中还有待核实的条目，请先逐条核实', en: 'Some records of the sample are still to be verified, one by one' },
    'late-unlisted': { zh: '开期后有新登记或迁入的人员还未列入本期名单，请先“补录名单”', en: 'People were entered or moved in after the list was drawn up: list them first' },
    'nobody-late': { zh: '没有开期后新登记或迁入而未列入名单的人员', en: 'Nobody was entered or moved in who is not on the list' },
    'town-sample-open': { zh: '抽查样本还有未登记结果的条目，请逐条核对登记', en: 'Records of the town’s sample are still to be looked at, one by one' },
    'town-sample-wrong': { zh: '抽查差错率超过2%，应退回村居重新核实', en: 'More than 2 % of the sample was wrong: send the batch back to the village' },
    'cycle-not-running': { zh: '本期核实未在进行，须由分管领导先重新开启周期', en: 'The month is not running: the head has to reopen it first' },
    'cycle-not-closed': { zh: '周期签批结束时统一办结各批次', en: 'Batches are closed when the head closes the month' },
  },
  tells: {
    overdue: { zh: '本批次已过截止日，请尽快核实提交', en: 'The batch is past its cut-off day: please verify and hand it in' },
    returned: { zh: '本批次被退回，请处理列出的问题', en: 'The batch was sent back: please deal with what is listed' },
    passed: { zh: '本批次审核通过，更正已写入登记册', en: 'The batch has passed; its changes are in the register' },
  },
};

export const checkTexts = {
  noteNeeded: { zh: '无法核实的条目超过5%，请说明原因', en: 'More than 5 % could not be verified: please say why' },
  setEmpty: { zh: '没有符合条件的待核实条目', en: 'No record to be verified belongs to this set' },
  itemsOfBatch: { zh: '只能列出本批次的条目', en: 'Only records of this batch can be listed' },
  cutoffAhead: { zh: '新的截止日应晚于今天', en: 'The new cut-off day must lie after today' },
};
