/** A process's list without a case: what would stand here, and how one begins. */
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { mayOpen } from '../auth/me.ts';
import { postNames } from '../case/standing.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListEmpty, type Typed } from '../common/ListEmpty.tsx';
import { useMe } from '../common/office.ts';
import { useText } from '../i18n/text.ts';

const HowToBegin = ({ workflow }: { workflow: Workflow }) => {
  const me = useMe();
  const text = useText();
  const translate = useTranslate();
  // Not react-admin’s own button, which hovers at the foot of a phone, where that of the list does already.
  if (me && mayOpen(me, workflow)) return <Button component={Link} to={`/${workflow.name}/create`} variant="contained">{translate('cases.open')}</Button>;
  const posts = workflow.open.who.filter((post) => post !== 'clock');
  return <Typography variant="body2" color="textSecondary">{posts.length > 0 ? translate('cases.openedByPosts', { posts: text(postNames(posts)) }) : translate('case.bornOnly')}</Typography>;
};

export const NoCases = ({ workflow, typed }: { workflow: Workflow; typed: Typed }) => {
  const translate = useTranslate();
  const text = useText();
  return (
    <ListEmpty none={translate('cases.empty')} typed={typed}>
      <EmptyState title={translate('cases.none', { process: text(workflow.title) })} hint={text(workflow.about)}><HowToBegin workflow={workflow} /></EmptyState>
    </ListEmpty>
  );
};
