/** The page of a case: found, read, or said why not. */
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { HttpError, useResourceContext } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { CaseView } from './CaseView.tsx';
import { useFound } from './registry.ts';
import { useCase } from './use-case.ts';
import { useWords } from './use-words.ts';

const Loading = () => {
  const say = useWords();
  return <Box role="status" sx={{ display: 'flex', gap: 2, alignItems: 'center', p: 3 }}><CircularProgress size={24} aria-hidden /><Typography>{say('loading')}</Typography></Box>;
};

const Found = ({ workflow, id }: { workflow: Workflow; id: string }) => {
  const say = useWords();
  const { data, error, isPending, refetch } = useCase(workflow.name, id);
  if (data) return <CaseView key={id} workflow={workflow} one={data} />;
  if (isPending) return <Loading />;
  return (
    <>
      <PageTitle>{say('notRead')}</PageTitle>
      {error instanceof HttpError && error.status === 404 ? <EmptyState title={say('notFound')} /> : <ErrorState error={error} retry={() => void refetch()} />}
    </>
  );
};

export const CasePage = () => {
  const say = useWords();
  const { id } = useParams();
  const workflow = useFound(useResourceContext());
  return workflow && id !== undefined ? <Found workflow={workflow} id={id} /> : <EmptyState title={say('noWorkflow')} />;
};
