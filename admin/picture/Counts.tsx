/** Numbers of the picture, each a link to exactly what it counts. */
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as To } from 'react-router-dom';
import type { Amount, PictureView } from '../../workflows/kit/picture.ts';
import { casesPath, openThere, overdueThere, type Place } from './openings.ts';
import { usePictureWords } from './use-picture.ts';

/** `label` says what is counted, and of whom, for those who hear it alone. */
export const Count = ({ to, label, late = false, children }: { to: string; label: string; late?: boolean; children: ReactNode }) => (
  <Link component={To} to={to} aria-label={label} underline="always" color={late ? 'error' : 'primary'}
    sx={{ display: 'inline-block', minWidth: 24, lineHeight: '24px', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{children}</Link>
);

type Standing = { readonly view: PictureView; readonly workflow: string; readonly of: string; readonly amount: Amount; readonly place?: Place };

export const OpenCount = ({ view, workflow, of, amount: { open }, place = {} }: Standing) => {
  const say = usePictureWords();
  return open === 0 ? <>0</> : <Count to={casesPath(workflow, openThere(view, place))} label={say('openOf', { of, count: open })}>{open}</Count>;
};

/** Nothing where nothing is overdue. */
export const LateCount = ({ view, workflow, of, amount: { overdue }, place = {}, bare = false }: Standing & { bare?: boolean }) => {
  const say = usePictureWords();
  if (overdue === 0) return bare ? <>0</> : null;
  return <Count late to={casesPath(workflow, overdueThere(view, place))} label={say('lateOf', { of, count: overdue })}>{bare ? overdue : say('late', { count: overdue })}</Count>;
};
