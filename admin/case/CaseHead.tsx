/** What the case is called, and the one sentence that says where it stands. */
import PrintIcon from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { DueText } from '../common/DueText.tsx';
import { useNow } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { isOverdue, momentText, standingOf } from './standing.ts';
import { caseTitle } from './titles.ts';
import { useWords } from './use-words.ts';

export const CaseHead = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const { zh, en } = { zh: `${workflow.title.zh}：${caseTitle(workflow, one, 'zh')}`, en: `${workflow.title.en}: ${caseTitle(workflow, one, 'en')}` };
  return (
    <Box component="header">
      <PageTitle>{text({ zh, en })}</PageTitle>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mb: 1, color: 'text.secondary', overflowWrap: 'anywhere', '& .MuiChip-root': { maxWidth: '100%' } }}>
        <StateChip workflow={workflow.name} state={one.state} />
        {one.dueAt !== null && now !== null && isOverdue(one.dueAt, now) && <DueText dueAt={one.dueAt} />}
        <span>{say('number', { id: one.id })}</span>
        <UnitName id={one.unit} />
        <span>{say('opened', { at: text(momentText(one.openedAt)) })}</span>
        <Button size="small" startIcon={<PrintIcon />} onClick={() => window.print()} sx={{ display: { xs: 'none', md: 'inline-flex' }, displayPrint: 'none' }}>{say('print')}</Button>
      </Stack>
      <Typography sx={{ fontSize: '1.1rem', mb: 1 }}>{text(standingOf(workflow, one, now ?? one.openedAt))}</Typography>
      {now !== null && <Typography variant="body2" sx={{ display: 'none', displayPrint: 'block', mb: 2 }}>{say('printed', { at: text(momentText(now)) })}</Typography>}
    </Box>
  );
};
