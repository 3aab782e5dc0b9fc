/** The desk for one batch: found, read, laid out. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { HttpError } from 'react-admin';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import { dayOf } from '../../workflows/office/working-days.ts';
import { useRegistry } from '../case/registry.ts';
import { useCase } from '../case/use-case.ts';
import { caseTitle } from '../case/titles.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe, useNow, useUnits } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord } from '../provider/records.ts';
import { Desk } from './Desk.tsx';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { deskFor } from './desk-of.ts';
import { useItems } from './use-desk-data.ts';
import { homePath, useWorkbookWords } from '../workbook/use-workbooks.ts';
import { useDeskWords } from './use-desk-words.ts';

const Laid = ({ place, batch, user }: { place: DeskPlace; batch: CaseRecord; user: string }) => {
  const say = useDeskWords();
  const sayBook = useWorkbookWords();
  const text = useText();
  const lang = useLang();
  const now = useNow();
  const units = useUnits();
  const { query: { data, error, refetch }, saved } = useItems(place, batch.id);
  const unit = text(units.find(({ id }) => id === batch.unit)?.name);
  return (
    <>
      <PageTitle>{say('title', { title: [unit, caseTitle(place.parent, batch, lang)].filter(Boolean).join(' ') })}</PageTitle>
      <Button component={Link} to={homePath(batch.id)} size="small">{sayBook('open')}</Button>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && (!data || !now) && <PageLoading />}
      {data?.length === 0 && <EmptyState title={say('noRecords')} />}
      {data && data.length > 0 && now && (
        <>
          {data.every(({ offers }) => offers.length === 0) && <Alert severity="info">{say('notOpen')}</Alert>}
          <Desk key={batch.id} place={place} batch={batch} items={data} user={user} today={dayOf(now)} saved={saved} />
        </>
      )}
    </>
  );
};

const Found = ({ place, id, user }: { place: DeskPlace; id: string; user: string }) => {
  const say = useDeskWords();
  const { data, error, refetch } = useCase(place.parent.name, id);
  if (data) return <Laid place={place} batch={data} user={user} />;
  if (!error) return <PageLoading />;
  return error instanceof HttpError && error.status === 404 ? <EmptyState title={say('none')} /> : <ErrorState error={error} retry={() => void refetch()} />;
};

export const DeskPage = () => {
  const say = useDeskWords();
  const { batch = '' } = useParams();
  const me = useMe();
  const registry = useRegistry();
  const place = useMemo(() => deskFor(me, registry), [me, registry]);
  if (!me) return <PageLoading />;
  return place ? <Found key={batch} place={place} id={batch} user={me.id} /> : <EmptyState title={say('none')} />;
};
