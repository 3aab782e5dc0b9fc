/** One form per event. */
import * as filing from './filing.ts';
import { joinNotice, leaveNotice, postAnew, proveNotice, putUp } from './gathering.ts';
import * as judging from './judging.ts';
import * as paying from './paying.ts';

const { open, revise, submit, resubmit, withdraw, appeal } = filing;
export const forms = { open, revise, submit, resubmit, withdraw, appeal, joinNotice, leaveNotice, putUp, proveNotice, postAnew, ...judging, ...paying };
export { items, type Item } from './filing.ts';
