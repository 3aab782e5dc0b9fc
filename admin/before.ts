/** Before any form is made: the page's policy forbids to compile code, and to be refused takes zod longer than to do without. */
import { config } from 'zod';

config({ jitless: true });
