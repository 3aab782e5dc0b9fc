/** `/sitting/:id`: a sitting, under way or over. */
import { HttpError } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useRegistry } from '../case/registry.ts';
import { momentText } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { NotThere } from '../layout/NotThere.tsx';
import { Sitting } from './Sitting.tsx';
import { useSitting } from './use-sitting.ts';
import { useSittingWords } from './use-sitting-words.ts';

export const SittingPage = () => {
  const say = useSittingWords();
  const text = useText();
  const registry = useRegistry();
  const { id = '' } = useParams();
  const { data, error, refetch } = useSitting(id);
  if (error && !data) return error instanceof HttpError && error.status === 404 ? <NotThere /> : <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <>
      <PageTitle>{say('title', { at: text(momentText(data.at)) })}</PageTitle>
      {data.items.length === 0 ? <EmptyState title={say('nothing')} /> : <Sitting key={data.id} sitting={data} registry={registry} />}
    </>
  );
};
