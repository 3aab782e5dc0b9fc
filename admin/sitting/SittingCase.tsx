/** One case before its signer: what speaks against it, what it is, and what everybody before has said. */
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as To } from 'react-router-dom';
import { actorText, reasonsIn } from '../case/log-words.ts';
import { infoOf } from '../case/Facts.tsx';
import { Section } from '../case/Section.tsx';
import { eventName, momentText, stateName } from '../case/standing.ts';
import { useLog } from '../case/use-case.ts';
import { useWords } from '../case/use-words.ts';
import { Sheet } from '../case/Value.tsx';
import { isEmpty } from '../case/values.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { PostName } from '../common/PostName.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang, useText } from '../i18n/text.ts';
import type { CaseRecord, LogRow, SittingItem } from '../provider/records.ts';
import type { SigningPlace } from './places.ts';
import { useSittingWords } from './use-sitting-words.ts';
import { remarksOf } from './words.ts';

const KeyFacts = ({ place, one }: { place: SigningPlace; one: CaseRecord }) => {
  const say = useWords();
  const { workflow, facts } = place;
  const fields = facts.flatMap((name) => workflow.list.fields.filter((field) => field.name === name && !isEmpty(one.data[name])))
    .map((field) => infoOf(workflow, field));
  return fields.length === 0 ? null : <Section title={say('facts')}><Sheet fields={fields} data={one.data} /></Section>;
};

const Opinion = ({ place: { workflow }, row }: { place: SigningPlace; row: LogRow }) => {
  const words = useWords();
  const text = useText();
  const lang = useLang();
  return (
    <Box component="li" sx={{ pb: 1.5 }}>
      <Typography variant="body2"><strong>{text(eventName(workflow, row.type))}</strong> · {actorText(workflow, row, words)} · <PostName posts={[row.post]} /> · <Typography component="time" variant="body2" color="textSecondary" dateTime={row.at}>{text(momentText(row.at))}</Typography></Typography>
      {reasonsIn(workflow, row, lang).map(({ label, text: said }) => <Typography key={label} variant="body2" sx={{ overflowWrap: 'anywhere' }}>{`${label}${lang === 'zh' ? '：' : ': '}${said}`}</Typography>)}
    </Box>
  );
};

const Opinions = ({ place, one }: { place: SigningPlace; one: CaseRecord }) => {
  const say = useSittingWords();
  const lang = useLang();
  const { data: log, error, refetch } = useLog(place.workflow.name, one.id, one.version);
  const spoken = (log ?? []).filter((row) => row.from !== null && reasonsIn(place.workflow, row, lang).length > 0).toReversed();
  return (
    <Section title={say('opinions')}>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {log && spoken.length === 0 && <Typography color="textSecondary">{say('noOpinions')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{spoken.map((row) => <Opinion key={row.version} place={place} row={row} />)}</Box>
    </Section>
  );
};

export const SittingCase = ({ place, item, one }: { place: SigningPlace; item: SittingItem; one: CaseRecord }) => {
  const say = useSittingWords();
  const text = useText();
  const lang = useLang();
  const remarks = remarksOf(place.workflow, item, say, lang);
  return (
    <Box component="article" aria-labelledby="sitting-case">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5, mb: 1 }}>
        <Typography id="sitting-case" variant="h6" component="h2" sx={{ overflowWrap: 'anywhere' }}>{text(place.workflow.title)} · {item.title}</Typography>
        <Chip size="small" variant="outlined" label={text(stateName(place.workflow, one.state))} />
        {item.behalf && <Chip size="small" color="info" variant="outlined" label={say('behalf', { name: item.behalf })} />}
        {item.result && <Chip size="small" color={item.result === 'signed' ? 'success' : 'default'} label={say(`results.${item.result}`)} />}
        <UnitName id={item.unit} />
        <Link component={To} to={`/${item.workflow}/${encodeURIComponent(item.case)}/show`}>{say('open1')}</Link>
      </Box>
      {remarks.length > 0
        ? <Alert severity={item.why.length > 0 ? 'error' : 'warning'} sx={{ mb: 2 }}><AlertTitle>{say(item.why.length > 0 ? 'hindered' : 'flags')}</AlertTitle><Box component="ul" sx={{ m: 0, pl: 2.5 }}>{remarks.map((remark) => <li key={remark}>{remark}</li>)}</Box></Alert>
        : item.result === null && <Alert severity="success" sx={{ mb: 2 }}>{say('noFlags')}</Alert>}
      <KeyFacts place={place} one={one} />
      <Opinions place={place} one={one} />
    </Box>
  );
};
