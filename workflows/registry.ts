/** The registry: one line per process. */
export { absence } from './absence/index.ts';
export { annualReview } from './annual-review/index.ts';
export { benefitClaim } from './benefit-claim/index.ts';
export { budgetLine } from './budget-line/index.ts';
export { childcareAssistance } from './childcare-assistance/index.ts';
export { erasureRequest } from './erasure-request/index.ts';
export { modelHousehold } from './model-household/index.ts';
export { paymentBatch } from './payment-batch/index.ts';
export { programmeVersion } from './programme-version/index.ts';
export { publicNotice } from './public-notice/index.ts';
export { recordVerification } from './record-verification/index.ts';
export { verificationBatch } from './verification-batch/index.ts';
export { verificationCycle } from './verification-cycle/index.ts';
