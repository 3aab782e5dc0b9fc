/** What came of each case of a bulk job: those refused first, with their reasons; each opens beside, so that the job stays in sight. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as To } from 'react-router-dom';
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { proposedIn } from '../case/difference.ts';
import { reasonOf } from '../case/reasons.ts';
import { caseTitle } from '../case/titles.ts';
import { fieldAt } from '../case/typed.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { useCasework } from '../provider/data-provider.ts';
import type { BulkJob, BulkResult, CaseRecord } from '../provider/records.ts';
import { PAGE, useBulkWords, useResults, type Kind } from './use-bulk.ts';

/** Reasons may name fields of the form. */
const useReasons = (workflow: Workflow, event: string) => {
  const say = useBulkWords();
  const text = useText();
  const schema = workflow.forms[event];
  const fields = schema ? fieldsOf(schema) : [];
  return ({ why, errors = {} }: BulkResult): string[] => [
    ...why.filter((code) => code !== 'invalid' || Object.keys(errors).length === 0).map((code) => text(reasonOf(workflow, code))),
    ...Object.entries(errors).map(([path, said]) => { const label = fieldAt(fields, path)?.label; return label ? say('fieldSaid', { field: text(label), said }) : said; }),
  ];
};

/** Numbers tell nobody which case it was: the first of them are called by their names. */
const useTitles = (workflow: Workflow, ids: readonly string[]) => {
  const casework = useCasework();
  const lang = useLang();
  const { data } = useQuery({ queryKey: ['bulk-titles', workflow.name, ids], enabled: ids.length > 0, queryFn: async () => (await casework.getMany<CaseRecord>(workflow.name, { ids: [...ids] })).data });
  const titles = new Map(data?.map((one) => [one.id, caseTitle(workflow, one, lang)]));
  return (id: string): string => titles.get(id) ?? id;
};

/** How many proposals are read out before they are approved together; each reading is written down. */
const READ = 25;

/** What each would change in the register, before it is done: nobody approves what they have not seen. */
const useProposals = (workflow: Workflow, job: BulkJob, results: readonly BulkResult[]) => {
  const casework = useCasework();
  const lang = useLang();
  const ids = workflow.desk && job.dryRun ? results.filter(({ result }) => result !== 'refused').slice(0, READ).map(({ id }) => id) : [];
  const read = useQueries({ queries: ids.map((id) => ({ queryKey: ['bulk-proposal', workflow.name, id], queryFn: async () => (await casework.getOne<CaseRecord>(workflow.name, { id })).data })) });
  const found = new Map(read.flatMap(({ data }) => (data ? [[data.id, proposedIn(workflow, data.data, lang)] as const] : [])));
  return (id: string) => found.get(id) ?? [];
};

const Rows = ({ workflow, job, results }: { workflow: Workflow; job: BulkJob; results: readonly BulkResult[] }) => {
  const say = useBulkWords();
  const reasonsOf = useReasons(workflow, job.type);
  const titleOf = useTitles(workflow, results.slice(0, PAGE).map(({ id }) => id));
  const proposedBy = useProposals(workflow, job, results);
  return (
    <Table size="small" aria-label={say('results')}>
      <TableHead><TableRow><TableCell>{say('case')}</TableCell><TableCell>{say('result')}</TableCell></TableRow></TableHead>
      <TableBody>
        {results.map((one) => (
          <TableRow key={one.id}>
            <TableCell sx={{ overflowWrap: 'anywhere', minWidth: '6em' }}><Link component={To} target="_blank" to={`/${workflow.name}/${encodeURIComponent(one.id)}/show`}>{titleOf(one.id)}</Link></TableCell>
            <TableCell>
              {one.result === 'refused' ? reasonsOf(one).map((reason) => <div key={reason}>{reason}</div>) : say(job.dryRun ? 'able' : 'done')}
              {proposedBy(one.id).map(({ label, before, after }) => <div key={label}>{say('wouldChange', { label, before, after })}</div>)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

export const JobResults = ({ workflow, job }: { workflow: Workflow; job: BulkJob }) => {
  const say = useBulkWords();
  const [kind, setKind] = useState<Kind>(job.refused > 0 ? 'refused' : 'done');
  const [count, setCount] = useState(PAGE);
  const { data, isPending, error, refetch } = useResults(job.id, kind, count);
  const of = kind === 'refused' ? job.refused : job.done - job.refused;
  return (
    <Stack spacing={1}>
      <ToggleButtonGroup exclusive size="small" value={kind} aria-label={say('which')} onChange={(_, chosen: Kind | null) => { if (chosen) { setKind(chosen); setCount(PAGE); } }}>
        <ToggleButton value="refused">{say('refusedOnes', { smart_count: job.refused })}</ToggleButton>
        <ToggleButton value="done">{say(job.dryRun ? 'ableOnes' : 'doneOnes', { smart_count: job.done - job.refused })}</ToggleButton>
      </ToggleButtonGroup>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : isPending ? <PageLoading /> : of === 0 ? <EmptyState title={say('noResults')} /> : (
        <Box sx={{ overflowX: 'auto' }}><Rows workflow={workflow} job={job} results={data} /></Box>
      )}
      {of > count && <Button sx={{ alignSelf: 'start' }} onClick={() => setCount(count + PAGE)}>{say('more', { smart_count: Math.min(PAGE, of - count) })}</Button>}
    </Stack>
  );
};
