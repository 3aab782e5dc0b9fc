/** Money: batches drawn up and paid, lines that bounce, and what has to be paid back. */
import { clerkOf } from './cast.ts';
import { batchRole, claimOf, marriageApproved, sent, settled, toClosed } from './claim-ways.ts';
import { cannot, does, says, sees, way, type Line, type Story } from './story.ts';

const story = (title: string, n: number, ...lines: (Line | Line[])[]): Story => ({ title, cases: { claim: claimOf(n), batch: batchRole, again: batchRole }, lines: lines.flat() });

export const paymentStories: Story[] = [
  story('late-marriage awards are paid without notice by the town and without the district', 0, toClosed(0),
    sees('auditor', 'claim', 'closed', { data: { amount: 30_000, shares: { town: 20_000, village: 10_000 } } })),
  story('a batch needs a second pair of eyes, a signature, and lines', 1, marriageApproved(1),
    cannot('finance1', 'claim', 'batch', ['no-open-batch'], says({ batch: 'none' })),
    does('finance1', 'batch', 'open', 'draft'), cannot('finance2', 'batch', 'check', ['batch-not-empty']),
    does('finance1', 'claim', 'batch', 'inPayment', says({ batch: '$batch' })),
    cannot('finance1', 'batch', 'check', ['same-person']), cannot('finance2', 'batch', 'check', ['listTotal'], says({ listTotal: 1 })), does('finance2', 'batch', 'check', 'checked'),
    cannot('finance1', 'claim', 'bankFail', ['batch-sent']), does('head2', 'batch', 'sendBack', 'draft'), does('finance1', 'batch', 'cancel', 'cancelled'), sees('auditor', 'claim', 'approved')),
  story('a line that bounced is corrected by one, checked by another, and paid once', 2, marriageApproved(2), sent(),
    does('finance1', 'claim', 'bankFail', 'paymentFailed'), does('finance1', 'batch', 'recordReturn', 'partlyReturned'),
    cannot(clerkOf(2), 'claim', 'correctAccount', ['accountHolder'], says({ accountHolder: '别的人' })), does(clerkOf(2), 'claim', 'correctAccount', 'accountCheck'),
    does('town1', 'claim', 'returnAccount', 'paymentFailed'), does(clerkOf(2), 'claim', 'correctAccount', 'accountCheck'), does('town1', 'claim', 'confirmAccount', 'approved'),
    sent('again'), settled('again'), sees('auditor', 'claim', 'closed', { data: { paid: 30_000 } }),
    does('finance1', 'batch', 'reconcile', 'reconciled'), does('finance1', 'batch', 'close', 'closed'), sees('auditor', 'claim', 'closed', { data: { paid: 30_000 } })),
  story('what was paid by mistake is revoked by two levels, recovered in part, and the rest written off', 3, toClosed(3),
    does('head1', 'claim', 'revoke', 'revocationProposed'), cannot('head2', 'claim', 'confirmRevocation', ['not-offered']), does('district1', 'claim', 'confirmRevocation', 'recovery'),
    does('finance1', 'claim', 'recordRecovery', 'recovery', way(1)), cannot('finance1', 'claim', 'recordRecovery', ['recoveredFen'], way(1, { recoveredFen: 30_000 })),
    does('finance1', 'claim', 'proposeWriteOff', 'writeOffProposed'), does('head1', 'claim', 'refuseWriteOff', 'recovery'), does('finance1', 'claim', 'proposeWriteOff', 'writeOffProposed'),
    does('head1', 'claim', 'signWriteOff', 'writtenOff')),
  story('what was revoked is paid back in full', 4, toClosed(4), does('head1', 'claim', 'revoke', 'revocationProposed'), does('district1', 'claim', 'confirmRevocation', 'recovery'),
    does('finance1', 'claim', 'recordRecovery', 'recovered', way(0)), sees('auditor', 'claim', 'recovered', { data: { recovered: 30_000 } })),
  story('the district does not agree to a revocation, and nobody confirms the own proposal', 5, toClosed(5), does('all1', 'claim', 'revoke', 'revocationProposed'),
    cannot('all1', 'claim', 'confirmRevocation', ['same-person']), does('district1', 'claim', 'dismissRevocation', 'closed')),
];
