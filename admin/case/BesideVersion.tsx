/** Any two versions of one thing side by side: what differs, and folded away what does not. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link as To, useSearchParams } from 'react-router-dom';
import type { Versions, Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { comparedIn, type Difference } from './difference.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { Section } from './Section.tsx';
import { useWords } from './use-words.ts';
import { FIRST, MOST, useVersions, type Version } from './use-versions.ts';

const idOf = ({ id }: Version): string => id ?? FIRST;

const Same = ({ same }: { same: readonly Difference[] }) => {
  const say = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button size="small" aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)} sx={{ mt: 1, minHeight: 44, displayPrint: 'none' }}>{shown ? say('hideSame') : say('showSame', { n: same.length })}</Button>
      <Box component="dl" id={id} hidden={!shown} sx={{ m: 0, ...(shown && { display: 'grid' }), gridTemplateColumns: 'minmax(6em, 30%) minmax(0, 1fr)', gap: 1, overflowWrap: 'anywhere' }}>
        {same.map(({ label, after }) => (
          <Box key={label} sx={{ display: 'contents' }}><Box component="dt" sx={{ color: 'text.secondary' }}>{label}</Box><Box component="dd" sx={{ m: 0 }}>{after}</Box></Box>
        ))}
      </Box>
    </>
  );
};

/** The earlier stands first, whichever of the two is open. */
const Compared = ({ workflow, pair }: { workflow: Workflow; pair: readonly [Version, Version] }) => {
  const say = useWords();
  const [earlier, later] = [...pair].sort((a, b) => a.from.localeCompare(b.from)) as [Version, Version];
  const { different, same } = comparedIn(workflow, earlier.data, later.data, useLang());
  return (
    <>
      <Typography role="status" sx={{ my: 1 }}>{different.length === 0 ? say('versionsSame') : say('versionsDiffer', { different: different.length, same: same.length })}</Typography>
      <DifferenceTable title={say('versions')} differences={different} heads={{ before: earlier.name, after: later.name }} />
      {same.length > 0 && <Same same={same} />}
    </>
  );
};

const Beside = ({ workflow, versions, one }: { workflow: Workflow; versions: Versions<Data>; one: CaseRecord }) => {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const { own, others, more, isPending, error, refetch } = useVersions(workflow, versions, one);
  const other = others.find((version) => idOf(version) === params.get('beside'));
  const choose = (id: string) => setParams((before) => { const next = new URLSearchParams(before); if (id) next.set('beside', id); else next.delete('beside'); return next; }, { replace: true });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <>
      <TextField select fullWidth size="small" label={say('otherVersion')} value={other ? idOf(other) : ''} disabled={isPending} onChange={({ target }) => choose(target.value)}
        helperText={isPending ? say('loading') : more ? say('versionsMore', { n: MOST }) : ' '} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
        <option value="">{say('versionChoose')}</option>
        {others.map((version) => <option key={idOf(version)} value={idOf(version)}>{version.label}</option>)}
      </TextField>
      {other && <Compared workflow={workflow} pair={[own, other]} />}
      {other?.id != null && <Box><Link component={To} underline="always" to={`/${workflow.name}/${encodeURIComponent(other.id)}/show`} sx={{ display: 'inline-block', py: 1.25 }}>{say('openVersion')}</Link></Box>}
    </>
  );
};

/** Nothing where the process has no versions. */
export const BesideVersion = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const versions = workflow.proposes?.versions;
  if (!versions) return null;
  return <Section title={say('versions')}><Beside workflow={workflow} versions={versions} one={one} /></Section>;
};
