/** Who signed in which post and when. */
import Box from '@mui/material/Box';
import type { Signature } from '../../workflows/kit/report-view.ts';
import { Section } from '../case/Section.tsx';
import { momentText } from '../case/standing.ts';
import { PostName } from '../common/PostName.tsx';
import { useText } from '../i18n/text.ts';
import { useReportWords } from './use-report.ts';

const Line = ({ label, name, behalf, post, at }: Signature) => {
  const say = useReportWords();
  const text = useText();
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      {`${text(label)}${text({ zh: '：', en: ': ' })}`}
      {name === null || at === null ? <Box component="span" sx={{ color: 'text.secondary' }}>{say('unsigned')}</Box> : <><strong>{name}</strong>{behalf && say('behalf', { name: behalf })}{' '}{post && <PostName posts={[post]} />}{` · ${text(momentText(at))}`}</>}
    </Box>
  );
};

export const Signatures = ({ signatures }: { signatures: readonly Signature[] }) => {
  const say = useReportWords();
  return <Section title={say('signatures')}><Box component="ul" sx={{ m: 0, pl: 2.5 }}>{signatures.map((one) => <Line key={one.label.zh} {...one} />)}</Box></Section>;
};
