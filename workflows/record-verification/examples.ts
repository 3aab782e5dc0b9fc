/** One filled-in form for every way a record's verification can go. */
import type { Workflow } from '../kit/workflow.ts';
import { dayOf } from '../office/working-days.ts';

/** A synthetic number of district 999901 (GB 11643 check digit in order). */
const ID = '999901198504120022';

export const examples: Workflow['examples'] = ({ at, neighbours: [neighbour] = [] }) => {
  const today = dayOf(at);
  const proof = [{ kind: 'residence_proof', reference: '居住证明第2026-017号', seenOn: today }];
  const cards = [{ kind: 'id_card', reference: '证件原件已查验', seenOn: today }];
  const seen = { identity: true, marriage: true, residence: true, contact: true };
  /** A sealed value counts as another: the example suits a record that has moved there already. */
  const moved = { residenceAddress: '合成路26组3号', phone: '022-26990017' };
  const renamed = { name: '安和宁', birthDate: '1985-04-12', sex: '2', idNumber: ID };
  const record = { visitedOn: today, persons: [{ name: '安知远' }, { name: '白若谷' }], findings: '两人入户，与本人及户口簿核对。' };
  const ground = '经与户籍部门核对，现有材料足以认定。';
  return {
    confirmSame: ['visit', 'phone', 'papers', 'match', 'self'].map((method) => ({ groups: seen, method, verifiedOn: today })),
    confirmSampled: { verifiedOn: today },
    proposeChange: [
      { changes: moved, method: 'visit', verifiedOn: today, changedOn: today, evidence: proof },
      { changes: renamed, method: 'papers', verifiedOn: today, changedOn: today, evidence: cards },
      ...(neighbour ? [{ changes: { unit: neighbour, residenceAddress: '合成路8组2号' }, method: 'visit', verifiedOn: today, changedOn: today, evidence: proof }] : []),
    ],
    markUnable: [
      { unableReason: 'moved' },
      { unableReason: 'refused', remark: '本人表示暂不核实，已告知不影响任何待遇。' },
      { unableReason: 'no_contact', tries: ['visit', 'phone', 'phone'].map((how) => ({ triedOn: today, how })) },
    ],
    undo: { ground: '误选了同名人员' },
    approve: { proofSeen: proof },
    confirmKey: { proofSeen: cards },
    sendBack: { reason: 'R02', problem: '居住地址与户口簿记载不一致，请再次核对。' },
    apply: {},
    orderCheck: { ground: '多次未能联系，由两名审核员核查。' },
    judge: [
      { finding: 'consistent', visit: record },
      { finding: 'change', changes: moved, visit: record },
      { finding: 'unresolved', visit: record },
    ],
    rule: [
      { finding: 'consistent', ground },
      { finding: 'change', changes: moved, ground },
      { finding: 'unresolved', ground },
    ],
    subjectRequest: [
      { requestReference: '权请〔2026〕3号', requestedOn: today, changes: { residenceAddress: '合成路27组5号' }, evidence: proof },
      { requestReference: '权请〔2026〕4号', requestedOn: today, changes: renamed, evidence: cards },
    ],
    townCheck: [{ found: 'right', how: 'papers', checkedOn: today }, { found: 'wrong', wrong: ['residence'], how: 'phone', checkedOn: today }],
    carryOver: {},
  };
};
