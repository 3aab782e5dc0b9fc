/**
 * Child-care subsidy 育儿补贴, helped with and no more (育儿补贴制度实施方案, 2025; Population and Family Planning Law Art. 30): papers looked through, an appointment,
 * the national system's status copied in, and whether the money arrived. That system alone judges, pays and keeps the record.
 */
import { demo } from './demo.ts';
import { childcareAssistance as workflow } from './workflow.ts';

export const childcareAssistance = { ...workflow, demo };
