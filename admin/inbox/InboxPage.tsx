/** Home: the cases that wait for me. */
import { useTranslate } from 'react-admin';
import { DeskLink } from '../desk/DeskLink.tsx';
import { SittingLink } from '../sitting/SittingLink.tsx';
import { StandsNote } from '../sitting/StandsNote.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { CountCards } from './CountCards.tsx';
import { InboxList } from './InboxList.tsx';
import { ProcessChoice } from './ProcessChoice.tsx';
import { useView } from './view.ts';

export const InboxPage = () => {
  const translate = useTranslate();
  const [view, look] = useView();
  return (
    <>
      <PageTitle>{translate('menu.inbox')}</PageTitle>
      <StandsNote />
      <DeskLink />
      <SittingLink />
      <CountCards view={view} look={look} />
      <ProcessChoice view={view} look={look} />
      <InboxList view={view} look={look} />
    </>
  );
};
