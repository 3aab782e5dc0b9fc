/** In place of a page that is not there, or that broke. */
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';

export const NotThere = () => {
  const translate = useTranslate();
  return (
    <>
      <PageTitle>{translate('ra.page.not_found')}</PageTitle>
      <EmptyState title={translate('ra.message.not_found')}><Button component={Link} to="/">{translate('menu.inbox')}</Button></EmptyState>
    </>
  );
};

export const Broken = ({ error, resetErrorBoundary }: { error: unknown; resetErrorBoundary: (why: unknown) => void }) => (
  <ErrorState error={error} retry={() => resetErrorBoundary(undefined)} />
);
