/** In place of a list that could not be read. */
import { useListContext } from 'react-admin';
import { ErrorState } from './ErrorState.tsx';

export const ListFailed = () => {
  const { error, refetch } = useListContext();
  return <ErrorState error={error} retry={() => void refetch()} />;
};
