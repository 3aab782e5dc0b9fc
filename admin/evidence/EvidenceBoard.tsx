/** What stands beside a case for whoever judges it: the register's word, what else was paid, what is wrong in the register, who is related. */
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { HttpError, useTranslate } from 'react-admin';
import { evidenceOffered } from '../../workflows/kit/evidence.ts';
import type { Beside, Checklist, EvidenceView } from '../../workflows/kit/evidence.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import { postsIn } from '../auth/me.ts';
import { Section } from '../case/Section.tsx';
import { CaseLink } from '../case/Value.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useMe } from '../common/office.ts';
import { useFindings } from '../findings/use-findings.ts';
import { Worklist } from '../findings/Worklist.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import type { EvidenceWord } from './messages.ts';

const useSay = () => {
  const translate = useTranslate();
  return (key: EvidenceWord, fill?: Record<string, string | number>): string => translate(`evidence.${key}`, fill);
};

const STANDING = { paid: ['standingPaid', 'warning'], underWay: ['standingUnderWay', 'info'], nothing: ['standingNothing', 'default'] } as const;

const Compared = ({ view: { compared } }: { view: EvidenceView }) => {
  const say = useSay();
  const text = useText();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('title')}>
      <Table size="small" aria-label={say('title')}>
        <TableHead><TableRow>{(['item', 'claimed', 'registered', 'result'] as const).map((key) => <TableCell key={key}>{say(key)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {compared.filter(({ claimed, registered }) => claimed + registered !== '').map(({ field, label, claimed, registered, agrees }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ minWidth: 96 }}>{text(label)}</TableCell><TableCell>{claimed || '—'}</TableCell><TableCell>{registered || '—'}</TableCell>
              <TableCell><Chip size="small" variant="outlined" color={agrees === null ? 'default' : agrees ? 'success' : 'error'} label={say(agrees === null ? 'silent' : agrees ? 'agrees' : 'differs')} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

const Checked = ({ checklist: { basis, conditions } }: { checklist: Checklist }) => {
  const say = useSay();
  const text = useText();
  const joint = useLang() === 'zh' ? '、' : ', ';
  return (
    <>
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>{say('conditions')}</Typography>
      <Typography color="text.secondary">{text(basis)}</Typography>
      <TableContainer tabIndex={0} role="region" aria-label={say('conditions')}>
        <Table size="small" aria-label={say('conditions')}>
          <TableHead><TableRow>{(['condition', 'recomputed', 'seen'] as const).map((key) => <TableCell key={key}>{say(key)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {conditions.map(({ code, text: words, met, metThen, accepts, proofs }) => (
              <TableRow key={code}>
                <TableCell component="th" scope="row" sx={{ minWidth: 96 }}>{text(words)}</TableCell>
                <TableCell>
                  <Chip size="small" variant="outlined" color={met ? 'success' : 'error'} label={say(met ? 'met' : 'unmet')} />
                  {metThen !== null && metThen !== met && <Typography variant="body2" color="error">{say('changed')}</Typography>}
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{proofs.length === 0 ? say('notSeen', { papers: accepts.map(text).join(joint) }) : proofs.map(({ kind, reference }) => <div key={text(kind) + reference}>{text(kind)} · {reference}</div>)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
};

const Other = ({ workflow, one }: { workflow: string; one: Beside }) => {
  const say = useSay();
  const text = useText();
  const [word, color] = STANDING[one.standing];
  return (
    <Stack component="li" direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
      {one.ties.map((tie) => <Chip key={tie} size="small" color={tie === 'account' ? 'error' : 'primary'} variant="outlined" label={say(tie)} />)}
      <Chip size="small" color={color} label={say(word)} />
      <span>{text(one.group)}</span><span>{formatYuan(one.fen, useLang())}</span><span>{one.on}</span><span>{text(one.unitName)}</span>
      {one.mine && <CaseLink of={workflow} id={one.id} />}
    </Stack>
  );
};

const Findings = ({ resident }: { resident: string }) => {
  const say = useSay();
  const filter = { resident, state: 'open' } as const;
  const { data, total } = useFindings(filter, 1, 25);
  return data && total === 0 ? <Typography>{say('clean')}</Typography> : <Worklist filter={filter} empty={say('clean')} label={say('findings')} brief />;
};

const Board = ({ workflow, view, subject }: { workflow: string; view: EvidenceView; subject: string | null }) => {
  const say = useSay();
  const lang = useLang();
  const paid = view.beside.filter(({ standing }) => standing === 'paid');
  const { me, names } = view.related;
  return (
    <Stack sx={{ gap: 1.5 }}>
      {me && <Alert severity="error">{say('relatedMe')}</Alert>}
      {view.checklist && <Checked checklist={view.checklist} />}
      <Compared view={view} />
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>{say('paid')}</Typography>
      {view.beside.length === 0 ? <Typography>{say('none')}</Typography> : (
        <>
          {paid.length > 0 && <Alert severity="warning">{say('sum', { count: paid.length, amount: formatYuan(paid.reduce((sum, { fen }) => sum + fen, 0), lang) })}</Alert>}
          <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{view.beside.map((one) => <Other key={one.id} workflow={workflow} one={one} />)}</Stack>
        </>
      )}
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>{say('related')}</Typography>
      <Typography>{names.length === 0 ? say('nobody') : names.join(lang === 'zh' ? '、' : ', ')}</Typography>
      {subject !== null && (
        <>
          <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>{say('findings')}</Typography>
          <Findings resident={subject} />
        </>
      )}
    </Stack>
  );
};

const Asked = ({ one }: { one: CaseRecord }) => {
  const say = useSay();
  const casework = useCasework();
  const { data, error, refetch } = useQuery({ queryKey: [one.workflow, 'evidence', one.id, one.version], queryFn: async ({ signal }) => (await casework.getEvidence(one.workflow, one.id, { signal })).data, retry: false });
  // A case that went on meanwhile has no such board any more.
  if (error instanceof HttpError && [404, 409].includes(error.status)) return null;
  return (
    <Section title={say('title')} print={false}>
      {data ? <Board workflow={one.workflow} view={data} subject={one.subject ?? null} /> : error ? <ErrorState error={error} retry={() => void refetch()} /> : <Typography role="status">{say('loading')}</Typography>}
    </Section>
  );
};

/** Only where the case is judged, and for those who judge. */
export const EvidenceBoard = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const me = useMe();
  return me && evidenceOffered(workflow, one, postsIn(me, workflow.name).map(({ post }) => post)) ? <Asked one={one} /> : null;
};
