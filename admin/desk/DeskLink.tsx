/** The way to the desk, for those who work there. */
import DeskIcon from '@mui/icons-material/FactCheckOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useRegistry } from '../case/registry.ts';
import { isAside } from '../case/standing.ts';
import { useMe } from '../common/office.ts';
import type { CaseRecord } from '../provider/records.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { deskFor, deskPath } from './desk-of.ts';
import { useDeskWords } from './use-desk-words.ts';

/** A duty is kept from the reader until the items are settled, and no other can be done at once: the desk is what comes next. */
const isNext = ({ parent }: DeskPlace, one: CaseRecord): boolean => {
  const duty = ({ type }: { readonly type: string }): boolean => !isAside(parent, one, type);
  return one.workflow === parent.name && !one.offers.some(duty) && (one.blocked ?? []).some(duty);
};

/** From the page of a batch or of one of its items; from elsewhere to whatever is being worked through. */
export const DeskLink = ({ from }: { from?: CaseRecord }) => {
  const say = useDeskWords();
  const place = deskFor(useMe(), useRegistry());
  const batch = from && place && (from.workflow === place.parent.name ? from.id : from.workflow === place.items.name ? from.parent : null);
  if (!place || (from && !batch)) return null;
  return <Button component={Link} to={batch ? deskPath(batch) : '/desk'} variant={from && isNext(place, from) ? 'contained' : 'outlined'} startIcon={<DeskIcon />} sx={{ mb: 1, displayPrint: 'none' }}>{say('open')}</Button>;
};
