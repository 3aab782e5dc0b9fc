/** A register entry: its fields, the cases about it, its history; nothing here can be edited. */
import Button from '@mui/material/Button';
import { ShowBase, useShowContext, useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Register } from '../../workflows/kit/words.ts';
import { holdsAny } from '../auth/me.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { RegisterEntry } from '../provider/records.ts';
import { WATCHERS } from '../privacy/watchers.ts';
import { FindingsAbout } from '../findings/FindingsAbout.tsx';
import { CasesAbout } from './CasesAbout.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';

export type EntryPageProps = {
  readonly register: Register;
  readonly fields: readonly string[];
  readonly title: (entry: RegisterEntry) => string;
  readonly more?: (entry: RegisterEntry) => ReactNode;
};

const Entry = ({ register, fields, title, more }: EntryPageProps) => {
  const translate = useTranslate();
  const me = useMe();
  const { record, error, isPending, refetch } = useShowContext<RegisterEntry>();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending || !record) return <PageLoading />;
  return (
    <>
      <PageTitle>{title(record)}</PageTitle>
      <Facts register={register} entry={record} fields={fields} />
      {more?.(record)}
      {me && holdsAny(me, WATCHERS) && <Button component={Link} to={`/privacy?filter=${encodeURIComponent(JSON.stringify({ subject: record.id }))}`} sx={{ displayPrint: 'none' }}>{translate('privacy.ofThis')}</Button>}
      {register === 'residents' && <FindingsAbout resident={record.id} />}
      <CasesAbout register={register} id={record.id} />
      <History register={register} id={record.id} />
    </>
  );
};

/** A failed reading is shown on the page itself rather than sent back to the list. */
export const EntryPage = (props: EntryPageProps) => (
  <ShowBase resource={props.register} queryOptions={{ retry: false, onError: () => undefined }}><Entry {...props} /></ShowBase>
);
