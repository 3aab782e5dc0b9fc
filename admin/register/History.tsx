/** What changed in an entry, when, by whom, and the case that made the change. */
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as To } from 'react-router-dom';
import type { Data, Register } from '../../workflows/kit/words.ts';
import { useFound } from '../case/registry.ts';
import { dateText } from '../case/standing.ts';
import { useNumberOrAbove } from '../case/use-case-name.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import { isMasked, type Change } from '../provider/records.ts';
import { entryValue } from './words.ts';

const ChangeRow = ({ register, change }: { register: Register; change: Change }) => {
  const translate = useTranslate();
  const text = useText();
  const lang = useLang();
  const workflow = useFound(change.workflow);
  const known = useNumberOrAbove(change.workflow, change.case);
  const said = (side: Data, field: string): string => {
    const value = side[field];
    return isMasked(value) ? value.masked : entryValue(field, value, lang);
  };
  return (
    <li>
      <Typography variant="body2"><time dateTime={change.at}>{text(dateText(change.at))}</time>{` · ${change.name} · `}
        <Link component={To} to={`/${change.workflow}/${encodeURIComponent(change.case)}/show`}>{translate('register.changedBy', { case: known === change.case ? known : `${text(workflow?.title)} · ${known}` })}</Link>
      </Typography>
      {change.fields.map((field) => (
        <Typography key={field} variant="body2" color="textSecondary">
          {translate('register.changed', { field: translate(`resources.${register}.fields.${field}`), before: said(change.before, field), after: said(change.after, field) })}
        </Typography>
      ))}
    </li>
  );
};

export const History = ({ register, id }: { register: Register; id: string }) => {
  const translate = useTranslate();
  const casework = useCasework();
  const { data, isPending, error, refetch } = useQuery({ queryKey: [register, 'history', id], queryFn: ({ signal }) => casework.getHistory(register, id, { signal }), retry: false });
  return (
    <Paper variant="outlined" component="section" aria-labelledby="entry-history" sx={{ p: 2, mb: 2 }}>
      <Typography id="entry-history" variant="h6" component="h2">{translate('register.history')}</Typography>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : isPending ? <PageLoading /> : data.data.length === 0
        ? <Typography variant="body2" color="textSecondary">{translate('register.noHistory')}</Typography>
        : <ol>{data.data.map((change) => <ChangeRow key={change.id} register={register} change={change} />)}</ol>}
    </Paper>
  );
};
