/** The cases about a register entry, of every process whose cases are about such entries. */
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Register } from '../../workflows/kit/words.ts';
import { mayRead } from '../auth/me.ts';
import { dateText } from '../case/standing.ts';
import { useRegistry } from '../case/registry.ts';
import { useNumberOrAbove } from '../case/use-case-name.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { StateChip } from '../common/StateChip.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';

const MOST = 50;

const Known = ({ row: { workflow, id, parent } }: { row: CaseRecord }) => <>{useNumberOrAbove(workflow, id, parent)}</>;

const OfProcess = ({ workflow, id }: { workflow: Workflow; id: string }) => {
  const translate = useTranslate();
  const text = useText();
  const { data, error } = useGetList<CaseRecord>(workflow.name, { filter: { subject: id }, pagination: { page: 1, perPage: MOST }, sort: { field: 'openedAt', order: 'DESC' } }, { retry: false });
  if (error) return <ErrorState error={error} />;
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 1 }}>{text(workflow.title)}</Typography>
      {data?.length === 0 && <Typography variant="body2" color="textSecondary">{translate('register.noCases')}</Typography>}
      <List dense disablePadding aria-label={text(workflow.title)}>
        {data?.map((row) => (
          <ListItem key={row.id} disablePadding>
            <ListItemButton component={Link} to={`/${workflow.name}/${encodeURIComponent(row.id)}/show`}>
              <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}><Box component="span" sx={{ color: 'primary.main' }}><Known row={row} /></Box><StateChip workflow={workflow.name} state={row.state} /><span>{translate('case.opened', { at: text(dateText(row.openedAt)) })}</span></Stack>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </>
  );
};

export const CasesAbout = ({ register, id }: { register: Register; id: string }) => {
  const translate = useTranslate();
  const me = useMe();
  const about = useRegistry().filter((workflow) => workflow.subject?.register === register && me !== null && mayRead(me, workflow));
  return (
    <Paper variant="outlined" component="section" aria-labelledby="entry-cases" sx={{ p: 2, mb: 2 }}>
      <Typography id="entry-cases" variant="h6" component="h2">{translate('register.about')}</Typography>
      {about.length === 0 && <Typography variant="body2" color="textSecondary">{translate('register.noCases')}</Typography>}
      {about.map((workflow) => <OfProcess key={workflow.name} workflow={workflow} id={id} />)}
    </Paper>
  );
};
