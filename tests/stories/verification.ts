/** A month of verifying the register in one village, and what comes of a proposal. */
import { monthAfter } from '../../workflows/office/month-terms.ts';
import { monthOf, dayOf } from '../../workflows/office/working-days.ts';
import { personId, TOWN, village } from './cast.ts';
import { cannot, does, says, sees, way, type Line, type Story } from './story.ts';

const NEW_ADDRESS = '合成路26组3号';
const item = (n: number) => ({ workflow: 'record-verification', child: ['batch', personId(n)] as const });

export const verificationStories: Story[] = [{
  title: 'a village verifies its register; a change that was proved ends in it, once the batch has passed',
  cases: {
    month: { workflow: 'verification-cycle', unit: TOWN }, sameMonth: { workflow: 'verification-cycle', unit: TOWN }, batch: { workflow: 'verification-batch', child: ['month', village(3)] },
    moved: item(0), renamed: item(3), gone: item(6), plain: item(9), asked: item(12),
  },
  lines: [
    does('town1', 'month', 'open', 'running', (now) => ({ month: monthOf(dayOf(now)), kind: 'full' })),
    sees('village03', 'batch', 'assigned'), cannot('village03', 'plain', 'confirmSame', ['batch-not-verifying']),
    cannot('village01', 'batch', 'start', ['not-found']), does('village03', 'batch', 'start', 'inProgress'),
    does('village03', 'moved', 'proposeChange', 'changeProposed', says({ changes: { residenceAddress: NEW_ADDRESS } })),
    does('village03', 'plain', 'confirmSame', 'consistent'), does('village03', 'plain', 'undo', 'pending'), cannot('village03', 'plain', 'confirmSampled', ['sample-not-checked']),
    // Before the draw, so that whatever is drawn agrees.
    does('village03', 'renamed', 'proposeChange', 'changeProposed', says({ changes: { name: '纪明远' } })), does('village03', 'gone', 'markUnable', 'unable'),
    does('village03', 'batch', 'drawSample', 'inProgress', says({ set: 'all' })), cannot('village03', 'batch', 'drawSample', ['sample-open'], says({ set: 'all' })),
    cannot('town1', 'batch', 'closeSample', ['not-offered']), cannot('village03', 'batch', 'closeSample', ['sample-unchecked']),
    does('village03', 'plain', 'confirmSame', 'consistent'),
    cannot('village03', 'batch', 'submit', ['items-pending']), { each: 'record-verification', of: 'batch', at: 'pending', by: 'village03', does: 'confirmSame', form: {} },
    does('village03', 'batch', 'closeSample', 'inProgress'), cannot('village03', 'batch', 'drawSample', ['nothing-pending'], says({ set: 'all' })),
    does('village03', 'batch', 'submit', 'submitted'), cannot('town3', 'plain', 'townCheck', ['not-drawn']), does('town1', 'batch', 'takeUp', 'townReview'),
    cannot('reviewer1', 'batch', 'pass', ['changes-open', 'town-sample-open']),
    does('town1', 'moved', 'approve', 'corrected'), does('town1', 'renamed', 'approve', 'keyFieldReview'), does('reviewer2', 'renamed', 'sendBack', 'pending'),
    cannot('reviewer1', 'batch', 'pass', ['changes-open', 'items-pending', 'town-sample-open']), does('town1', 'batch', 'sendBack', 'returned'),
    does('village03', 'renamed', 'proposeChange', 'changeProposed', says({ changes: { name: '纪明远' } })), does('village03', 'batch', 'resubmit', 'townReview'),
    does('town1', 'renamed', 'approve', 'keyFieldReview'), cannot('town2', 'renamed', 'confirmKey', ['not-offered']), does('reviewer2', 'renamed', 'confirmKey', 'corrected'),
    does('town2', 'gone', 'orderCheck', 'caseCheck'), does('reviewer1', 'gone', 'judge', 'caseCheck', says({ finding: 'unresolved', changes: undefined })),
    cannot('reviewer1', 'gone', 'judge', ['same-person'], says({ finding: 'unresolved', changes: undefined })), does('reviewer2', 'gone', 'judge', 'headRuling', says({ finding: 'consistent', changes: undefined })),
    does('head1', 'gone', 'rule', 'unresolved', says({ finding: 'unresolved', changes: undefined })),
    { resident: personId(0), by: 'village03', values: { residenceAddress: '合成路1组1号' } },
    cannot('reviewer1', 'batch', 'pass', ['town-sample-open']), { drawn: 'record-verification', of: 'batch', sheet: 'townSample', by: ['town3', 'town4', 'reviewer3'], does: 'townCheck', form: {} },
    cannot('reviewer1', 'batch', 'pass', ['sample'], says({ sample: { seed: 1, errors: 0 } })),
    does('reviewer1', 'batch', 'pass', 'passed'),
    sees('auditor', 'moved', 'applied'), sees('auditor', 'renamed', 'applied'),
    { resident: personId(0), by: 'village03', values: { residenceAddress: NEW_ADDRESS } }, { resident: personId(3), by: 'village03', values: { name: '纪明远' } },
    cannot('village03', 'plain', 'undo', ['batch-not-verifying']),
    does('privacy', 'asked', 'subjectRequest', 'changeProposed', way(0, { changes: { residenceAddress: NEW_ADDRESS } })), does('town1', 'asked', 'approve', 'applied'),
    { resident: personId(12), by: 'village03', values: { residenceAddress: NEW_ADDRESS } },
    cannot('town1', 'month', 'report', ['batches-not-passed']), cannot('town2', 'sameMonth', 'open', ['month'], (now) => ({ month: monthOf(dayOf(now)), kind: 'full' })),
    { each: 'verification-batch', of: 'month', at: 'assigned', by: 'head1', does: 'waive', form: {} },
    does('town1', 'month', 'report', 'ready'), does('head1', 'month', 'close', 'closed'), sees('auditor', 'batch', 'closed'), sees('auditor', 'gone', 'carriedOver'),
    does('head1', 'month', 'reopen', 'running'), does('head1', 'batch', 'reopen', 'inProgress'),
    { logged: 'month', steps: ['open by town_clerk', 'report by town_clerk', 'close by town_head', 'reopen by town_head'] } satisfies Line,
  ],
}, {
  title: 'somebody moves to another village while the month runs, and the record goes with them, there and back',
  cases: {
    month: { workflow: 'verification-cycle', unit: TOWN }, left: { workflow: 'verification-batch', child: ['month', village(1)] }, entered: { workflow: 'verification-batch', child: ['month', village(2)] },
    mover: { workflow: 'record-verification', child: ['left', personId(1)] }, moved: { workflow: 'record-verification', child: ['entered', personId(1)] },
  },
  lines: [
    does('town1', 'month', 'open', 'running', (now) => ({ month: monthAfter(monthOf(dayOf(now))), kind: 'full' })),
    does('village01', 'left', 'start', 'inProgress'), does('village02', 'entered', 'start', 'inProgress'),
    cannot('village01', 'mover', 'proposeChange', ['changes.unit'], says({ changes: { unit: '999901101999', residenceAddress: NEW_ADDRESS } })),
    does('village01', 'mover', 'proposeChange', 'changeProposed', says({ changes: { unit: village(2), residenceAddress: NEW_ADDRESS } })), does('town1', 'mover', 'approve', 'handedOver'),
    sees('village02', 'moved', 'pending'), sees('village02', 'entered', 'inProgress', { data: { late: 1 } }), { resident: personId(1), by: 'village02', values: { unit: village(2), residenceAddress: NEW_ADDRESS } },
    cannot('village01', 'moved', 'confirmSame', ['not-found']),
    does('village02', 'moved', 'proposeChange', 'changeProposed', says({ changes: { unit: village(1), residenceAddress: '合成路1组1号' } })), does('town1', 'moved', 'approve', 'handedOver'),
    sees('village01', 'mover', 'pending'), { logged: 'entered', steps: ['open by clock', 'start by village_clerk', 'takeOver by clock'] },
  ],
}];
