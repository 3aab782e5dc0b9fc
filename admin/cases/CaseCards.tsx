/** The same cases on a phone: one card each, the whole card a link. */
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { Tick } from '../bulk/Tick.tsx';
import { isEnd } from '../case/standing.ts';
import { caseTitle } from '../case/titles.ts';
import { DueText } from '../common/DueText.tsx';
import type { Typed } from '../common/ListEmpty.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { CaseRecord } from '../provider/records.ts';
import { NoCases } from './NoCases.tsx';
import { WaitsFor } from './WaitsFor.tsx';

const CaseCard = ({ workflow, row, acts }: { workflow: Workflow; row: CaseRecord; acts: boolean }) => {
  const lang = useLang();
  return (
    <ListItem disablePadding divider>
      {acts && <Tick workflow={workflow} row={row} />}
      <ListItemButton component={Link} data-row to={`/${workflow.name}/${encodeURIComponent(row.id)}/show`} sx={{ display: 'block', minWidth: 0 }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, alignItems: 'flex-start' }}>
          <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{caseTitle(workflow, row, lang)}</Typography>
          <StateChip workflow={workflow.name} state={row.state} />
        </Stack>
        <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, mt: 0.5 }}><UnitName id={row.unit} />{!isEnd(workflow, row.state) && <DueText dueAt={row.dueAt} />}</Stack>
        <Typography component="span" variant="body2" color="textSecondary"><WaitsFor workflow={workflow} row={row} /></Typography>
      </ListItemButton>
    </ListItem>
  );
};

/** `acts`: cards can be ticked. */
export const CaseCards = ({ workflow, acts, typed }: { workflow: Workflow; acts: boolean; typed: Typed }) => {
  const translate = useTranslate();
  const { data, isPending } = useListContext<CaseRecord>();
  if (isPending) return <PageLoading />;
  if (!data || data.length === 0) return <NoCases workflow={workflow} typed={typed} />;
  return <List disablePadding aria-label={translate(`resources.${workflow.name}.name`)}>{data.map((row) => <CaseCard key={row.id} workflow={workflow} row={row} acts={acts} />)}</List>;
};
