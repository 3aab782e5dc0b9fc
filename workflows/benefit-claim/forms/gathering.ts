/** What passes between a claim and the notice that gathers it. */
import { gatherForms } from '../../office/gathered.ts';

export const NOTICES = 'public-notice';
export const { joinNotice, leaveNotice, putUp, proveNotice, postAnew } = gatherForms(NOTICES);
