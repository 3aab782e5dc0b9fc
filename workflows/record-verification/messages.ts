/** What people read about the verification of one record. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    pending: { zh: '待核实', en: 'To be verified' },
    consistent: { zh: '一致', en: 'Agrees' },
    changeProposed: { zh: '更正待审核', en: 'Change awaits approval' },
    keyFieldReview: { zh: '关键信息复核', en: 'Key data under second review' },
    corrected: { zh: '更正已审核，待入册', en: 'Change approved, not yet in the register' },
    applied: { zh: '更正已入册', en: 'Change entered in the register' },
    unable: { zh: '无法核实', en: 'Could not be verified' },
    caseCheck: { zh: '个案核查', en: 'Checked by two reviewers' },
    headRuling: { zh: '分管领导裁定', en: 'Awaits the head’s ruling' },
    unresolved: { zh: '核查后仍未查清', en: 'Unresolved after the check' },
    carriedOver: { zh: '转入下期', en: 'Carried over to the next month' },
    handedOver: { zh: '已移交迁入村居', en: 'Handed over to the village moved to' },
    left: { zh: '已离册，不再核实', en: 'No longer in the register: nothing to verify' },
  },
  events: {
    open: { zh: '列入本期核实', en: 'Put on this month’s list' },
    confirmSame: { zh: '核实一致', en: 'Confirm as it stands' },
    confirmSampled: { zh: '抽样确认', en: 'Confirm by sample' },
    proposeChange: { zh: '提出更正', en: 'Propose a change' },
    markUnable: { zh: '登记无法核实', en: 'Enter as not verifiable' },
    undo: { zh: '撤回结果', en: 'Take the result back' },
    approve: { zh: '同意更正', en: 'Approve the change' },
    confirmKey: { zh: '复核同意', en: 'Confirm the key data' },
    sendBack: { zh: '退回重新核实', en: 'Send back' },
    apply: { zh: '写入登记册', en: 'Enter in the register' },
    orderCheck: { zh: '安排个案核查', en: 'Order a case check' },
    judge: { zh: '登记核查结论', en: 'Enter the finding' },
    rule: { zh: '裁定', en: 'Rule' },
    subjectRequest: { zh: '本人申请更正', en: 'Correction asked by the person' },
    carryOver: { zh: '转入下期', en: 'Carry over' },
    townCheck: { zh: '登记抽查结果', en: 'Enter what the sample showed' },
    followRegister: { zh: '登记册变动', en: 'The register has changed' },
    comeBack: { zh: '迁回，重新核实', en: 'Moved back: to be verified again' },
  },
  rules: {
    'batch-not-verifying': { zh: '本村居批次不在核实阶段，请待专干开始核实或批次退回后再办', en: 'The village’s batch is not being verified now: wait until it is started or sent back' },
    'batch-not-open': { zh: '本村居批次已通过或结束，不能退回单条记录', en: 'The village’s batch has passed or is closed: single records cannot be sent back any more' },
    'batch-not-passed': { zh: '批次审核通过后才能写入登记册', en: 'Changes enter the register once the batch has passed' },
    'batch-not-closed': { zh: '批次结束时统一转入下期', en: 'Records are carried over when the batch is closed' },
    'sample-not-checked': { zh: '没有包含本条的合格抽样，不能抽样确认，请逐条核实', en: 'No sample in order speaks for this record: verify it by itself' },
    'not-drawn': { zh: '本条未被抽中，或已登记本次抽查结果', en: 'The record was not drawn, or what the sample showed is entered already' },
    'related-person': { zh: '您与登记对象有申报的亲属或利害关系，应当回避', en: 'You have declared a relation to this person and must stand aside' },
  },
};

export const checkTexts = {
  notYet: { zh: '核实日期应在本期开始之后、今天或以前', en: 'The day must lie after the list was given out, and not after today' },
  changedAfter: { zh: '变动发生日期不能晚于今天', en: 'The change cannot lie after today' },
  notChecked: { zh: '抽查日期应在抽样之后、今天或以前', en: 'The day must lie after the draw, and not after today' },
  unitThere: { zh: '本镇没有这个村居，请从列表中选择', en: 'The town has no such village: choose one from the list' },
  householdThere: { zh: '该户不在本村居，请从本村居的户中选择', en: 'That household is not in this village: choose one of this village’s' },
  differs: { zh: '填写的内容与登记册现有内容相同，请改用“核实一致”或更正所填内容', en: 'The values are those of the register already: confirm it as it stands, or correct what you typed' },
  idAgrees: { zh: '身份号码中的出生日期、性别与所填或登记的不一致，请一并更正', en: 'Birth date or sex inside the number differ from those given or registered: change them together' },
};
