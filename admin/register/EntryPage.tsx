/** A register entry: its fields, the cases about it, its history; nothing here can be edited. */
import { ShowBase, useShowContext } from 'react-admin';
import type { ReactNode } from 'react';
import type { Register } from '../../workflows/kit/words.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { RegisterEntry } from '../provider/records.ts';
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
  const { record, error, isPending, refetch } = useShowContext<RegisterEntry>();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending || !record) return <PageLoading />;
  return (
    <>
      <PageTitle>{title(record)}</PageTitle>
      <Facts register={register} entry={record} fields={fields} />
      {more?.(record)}
      <CasesAbout register={register} id={record.id} />
      <History register={register} id={record.id} />
    </>
  );
};

/** A failed reading is shown on the page itself rather than sent back to the list. */
export const EntryPage = (props: EntryPageProps) => (
  <ShowBase resource={props.register} queryOptions={{ retry: false, onError: () => undefined }}><Entry {...props} /></ShowBase>
);
