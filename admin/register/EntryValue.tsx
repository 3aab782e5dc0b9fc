/** One field of a register entry: in words, as a link, or masked with the way to reveal it. */
import Link from '@mui/material/Link';
import { Link as To } from 'react-router-dom';
import type { Register } from '../../workflows/kit/words.ts';
import { EntryLink as NamedEntry } from '../case/Value.tsx';
import { Masked } from '../common/Masked.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang } from '../i18n/text.ts';
import { isMasked, type RegisterEntry } from '../provider/records.ts';
import { entryValue } from './words.ts';

/** Fields that hold the id of another entry. */
const links: Readonly<Record<string, Register>> = { household: 'households', head: 'residents', spouse: 'residents' };

export const EntryLink = ({ register, id, children }: { register: Register; id: string; children: string }) => (
  <Link component={To} data-row to={`/${register}/${encodeURIComponent(id)}/show`}>{children}</Link>
);

export const EntryValue = ({ register, field, label, entry }: { register: Register; field: string; label: string; entry: RegisterEntry }) => {
  const lang = useLang();
  const value = entry[field];
  if (isMasked(value)) return <Masked value={value} label={label} from={{ resource: register, id: entry.id, field }} />;
  if (typeof value === 'string' && value !== '') {
    if (field === 'unit' || field === 'hukouUnit') return <UnitName id={value} />;
    const to = links[field];
    if (to) return <NamedEntry register={to} id={value} />;
  }
  return <span>{entryValue(field, value, lang)}</span>;
};
