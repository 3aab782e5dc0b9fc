/** The papers that can be made of a case as it stands, in one menu. */
import PapersIcon from '@mui/icons-material/DescriptionOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { HttpError } from 'react-admin';
import { ErrorState } from '../common/ErrorState.tsx';
import { useText } from '../i18n/text.ts';
import type { CaseRecord, PaperRecord } from '../provider/records.ts';
import type { PaperWord } from './messages.ts';
import { sentencesIn, usePapers, usePaperWords, useTakePaper } from './use-papers.ts';
import type { PaperChoice } from './use-papers.ts';

const useChoices = (papers: readonly PaperRecord[]): PaperChoice[] => {
  const say = usePaperWords();
  const text = useText();
  return papers.flatMap(({ name, title, formats }) => formats.map((format) => ({ name, format, said: say(format as PaperWord, { title: text(title) }) })));
};

const Trouble = ({ error }: { error: unknown }) => {
  const say = usePaperWords();
  const sentences = sentencesIn(error);
  if (sentences.length > 0) return <Alert severity="error" sx={{ mt: 1 }}>{sentences.map((one) => <div key={one}>{one}</div>)}</Alert>;
  if (error instanceof HttpError && error.status === 409) return <Alert severity="warning" sx={{ mt: 1 }}>{say('moved')}</Alert>;
  return <ErrorState error={error} />;
};

const Offered = ({ one, papers }: { one: CaseRecord; papers: readonly PaperRecord[] }) => {
  const say = usePaperWords();
  const choices = useChoices(papers);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mutate, isPending, isSuccess, error, variables } = useTakePaper(one);
  const take = (choice: PaperChoice) => {
    setAnchor(null);
    mutate(choice);
  };
  const title = variables?.said ?? '';
  return (
    <Box sx={{ mb: 1, displayPrint: 'none' }}>
      <Button variant="outlined" startIcon={<PapersIcon />} disabled={isPending} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={({ currentTarget }) => setAnchor(currentTarget)}>{say('menu')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map((choice) => <MenuItem key={choice.said} onClick={() => take(choice)}>{choice.said}</MenuItem>)}
      </Menu>
      <Typography role="status" variant="body2" component="span" sx={{ ml: 1 }}>{isPending ? say('setting', { title }) : isSuccess ? say('made', { title }) : ''}</Typography>
      {error && <Trouble error={error} />}
    </Box>
  );
};

/** Nothing where none is offered. */
export const PapersMenu = ({ one }: { one: CaseRecord }) => {
  const { data = [] } = usePapers(one);
  return data.length === 0 ? null : <Offered one={one} papers={data} />;
};
