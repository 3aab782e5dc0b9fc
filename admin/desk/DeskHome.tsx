/** `/desk`: straight to the batch that is being worked through; a choice where there are several. */
import { useQuery } from '@tanstack/react-query';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import { Link as To, Navigate } from 'react-router-dom';
import { useRegistry } from '../case/registry.ts';
import { caseTitle } from '../case/titles.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { useLang } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { deskFor, deskPath } from './desk-of.ts';
import { useDeskWords } from './use-desk-words.ts';

/** Where its sample may be drawn, the items are being worked through. */
const workedThrough = ({ parent, desk }: DeskPlace): string[] => Object.entries(parent.states).filter(([, { on }]) => on[desk.draw]).map(([state]) => state);

const Batches = ({ place }: { place: DeskPlace }) => {
  const say = useDeskWords();
  const lang = useLang();
  const casework = useCasework();
  const { data, error, refetch } = useQuery({ queryKey: ['desk', 'batches'], queryFn: async () => (await casework.getList<CaseRecord>(place.parent.name, {
    pagination: { page: 1, perPage: 50 }, sort: { field: 'openedAt', order: 'DESC' }, filter: { state: workedThrough(place) },
  })).data });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const [only, another] = data;
  if (only && !another) return <Navigate replace to={deskPath(only.id)} />;
  return (
    <>
      <PageTitle>{say('menu')}</PageTitle>
      {data.length === 0 && <EmptyState title={say('none')} />}
      <List aria-label={say('choose')}>
        {data.map((one) => <ListItem key={one.id} sx={{ gap: 1 }}><Link component={To} to={deskPath(one.id)}>{caseTitle(place.parent, one, lang)}</Link><StateChip workflow={one.workflow} state={one.state} /></ListItem>)}
      </List>
    </>
  );
};

export const DeskHome = () => {
  const say = useDeskWords();
  const me = useMe();
  const registry = useRegistry();
  if (!me) return <PageLoading />;
  const place = deskFor(me, registry);
  return place ? <Batches place={place} /> : <EmptyState title={say('none')} />;
};
