/** Urging on the page of a case: a button where one may, else until when not; nothing where there is nobody to urge. */
import UrgeIcon from '@mui/icons-material/NotificationsActiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useNow } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import type { CaseRecord, UrgeRecord } from '../provider/records.ts';
import { shortMoment } from './times.ts';
import { UrgeDialog } from './UrgeDialog.tsx';
import { useUrges, useUrgingWords } from './use-urges.ts';

export const UrgeBar = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useUrgingWords();
  const text = useText();
  const now = useNow();
  const { data } = useUrges(one);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<UrgeRecord | null>(null);
  const last = data?.urges[0];
  const from = data?.from ? text(shortMoment(data.from, now)) : '';
  const said = done && done.id === last?.id && from ? say('done', { from }) : last && from ? say('until', { name: last.name, at: text(shortMoment(last.at, now)), from }) : '';
  return (
    <Box sx={{ mb: 1, displayPrint: 'none', '&:empty': { display: 'none' } }}>
      {data?.why === null && <Button variant="outlined" startIcon={<UrgeIcon />} onClick={() => setAsking(true)}>{say('urge')}</Button>}
      <Typography role="status" variant="body2" color="textSecondary" sx={{ '&:empty': { display: 'none' } }}>{said}</Typography>
      {asking && <UrgeDialog workflow={workflow} one={one} close={() => setAsking(false)} urged={(urge) => { setDone(urge); setAsking(false); }} />}
    </Box>
  );
};
