/** What belongs to the case: the case above it, those below it by state, and whom it is about. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as To } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { mayRead } from '../auth/me.ts';
import { useMe } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseRecord } from '../provider/records.ts';
import { countChildren } from './child-counts.ts';
import { VillageName } from './Places.tsx';
import { useFound, useRegistry } from './registry.ts';
import { Section } from './Section.tsx';
import { stateName } from './standing.ts';
import { useWords } from './use-words.ts';
import { CaseLink, EntryLink } from './Value.tsx';

const listOf = (child: string, parent: string, state?: string): string =>
  `/${child}?${new URLSearchParams({ filter: JSON.stringify({ parent, ...(state && { state }) }) }).toString()}`;

const Children = ({ child, one }: { child: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const text = useText();
  const casework = useCasework();
  const { data, isError } = useQuery({ queryKey: [child.name, 'below', one.id], queryFn: () => countChildren(casework, child, one.id) });
  if (isError) return <Typography>{say('countFailed')}</Typography>;
  return (
    <>
      <Link component={To} underline="always" to={listOf(child.name, one.id)}>{say('children', { title: text(child.title), total: data?.total ?? '…' })}</Link>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {(data?.states ?? []).map(({ state, count }) => (
          <Box component="li" key={state} sx={{ py: 0.25 }}><Link component={To} underline="always" to={listOf(child.name, one.id, state)}>{`${text(stateName(child, state))} ${count}`}</Link></Box>
        ))}
      </Box>
    </>
  );
};

/** The entry a case is about follows from its data; a masked id leads nowhere. */
const subjectOf = (workflow: Workflow, { data }: Pick<CaseRecord, 'data'>): string | null => {
  const id: unknown = workflow.subject?.of(data) ?? null;
  return typeof id === 'string' ? id : null;
};

export const Related = ({ workflow, one }: { workflow: Workflow; one: CaseRecord }) => {
  const say = useWords();
  const text = useText();
  const children = useRegistry().filter(({ parent }) => parent === workflow.name);
  const subject = subjectOf(workflow, one);
  const me = useMe();
  const parent = useFound(workflow.parent);
  const above = one.parent !== null && parent && me && mayRead(me, parent) ? { of: parent.name, id: one.parent } : null;
  if (!above && !subject && children.length === 0) return null;
  return (
    <Section title={say('related')} print={false}>
      {above && <Typography>{say('parent')}{' '}<CaseLink {...above} /></Typography>}
      {(workflow.links ?? []).map(({ field, label, workflow: of, unit }) => (typeof one.data[field] === 'string' ? (
        <Typography key={field}>{text(label)}{' '}<CaseLink of={of} id={one.data[field]} />{typeof one.data[unit] === 'string' && <>{' · '}<VillageName id={one.data[unit]} /></>}</Typography>
      ) : null))}
      {subject && workflow.subject && <Typography>{say('subject')}{' '}<EntryLink register={workflow.subject.register} id={subject} /></Typography>}
      {children.map((child) => <Children key={child.name} child={child} one={one} />)}
    </Section>
  );
};
