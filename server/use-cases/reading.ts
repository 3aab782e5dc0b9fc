/** How facts are read for the office: what is locked, and which terms of law its processes declare. */
import { keptUntil } from '../../workflows/kit/kept.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import type { Reading } from '../store/facts.ts';

export const readingFor = (office: Pick<Office, 'keys' | 'district' | 'workflows'>, purpose: Reading['for']): Reading => ({
  keys: office.keys, district: office.district, for: purpose,
  keptUntil: (name, one) => {
    const workflow = findWorkflow(office, name);
    return workflow ? keptUntil(workflow, one) : null;
  },
});
