/** The list of any process, made from what its workflow declares. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { ColumnsButton, CreateButton, FilterButton, List, NotFound, TopToolbar, useResourceContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { holdsAny, mayOpen } from '../auth/me.ts';
import { BulkBar } from '../bulk/BulkBar.tsx';
import { mayAct } from '../bulk/chosen.ts';
import { PageTick } from '../bulk/PageTick.tsx';
import { useFound } from '../case/registry.ts';
import { listLook } from '../common/list-look.ts';
import { ListFailed } from '../common/ListFailed.tsx';
import { ListPages } from '../common/ListPages.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { SearchBox } from '../common/SearchBox.tsx';
import { useRowKeys } from '../common/use-row-keys.ts';
import { useTyped } from '../common/use-typed.ts';
import { ExportButton } from '../export/ExportButton.tsx';
import { useLang, useText } from '../i18n/text.ts';
import { CaseCards } from './CaseCards.tsx';
import { CaseTable } from './CaseTable.tsx';
import { CountedNote } from './CountedNote.tsx';
import { filtersOf } from './filters.tsx';

const Actions = ({ workflow, phone }: { workflow: Workflow; phone: boolean }) => {
  const me = useMe();
  const text = useText();
  const translate = useTranslate();
  return (
    <TopToolbar sx={{ alignItems: { xs: 'center', md: 'flex-end' }, flexWrap: { xs: 'wrap', md: 'nowrap' }, whiteSpace: 'nowrap' }}>
      <FilterButton />
      {!phone && <ColumnsButton />}
      <ExportButton list={text(workflow.title)} />
      {me && workflow.disclosure && holdsAny(me, workflow.disclosure.by) && <Button size="small" component={Link} to={`/disclosure/${workflow.name}`}>{translate('published.list')}</Button>}
      {me && mayOpen(me, workflow) && <CreateButton label="cases.open" variant="contained" />}
    </TopToolbar>
  );
};

/** What takes the focus is not hidden by the bar at the foot. */
const clear = { '& .RaList-content :is(a, input)': { scrollMarginBottom: 160 } } as const;

const Cases = ({ workflow }: { workflow: Workflow }) => {
  const translate = useTranslate();
  const text = useText();
  const lang = useLang();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const rows = useRowKeys<HTMLDivElement>();
  const [q, look] = useTyped(workflow.name);
  const me = useMe();
  const acts = me !== null && mayAct(me, workflow);
  return (
    <Box ref={rows} sx={clear}>
      <Stack direction={{ xs: 'column', md: 'row' }} sx={{ justifyContent: 'space-between', alignItems: { md: 'center' } }}>
        <PageTitle>{text(workflow.title)}</PageTitle>
        <SearchBox label={translate('cases.search')} words={q} look={look} />
      </Stack>
      <List filter={q ? { q } : {}} title={false} sx={listLook} empty={false} exporter={false} perPage={25} sort={{ field: 'dueAt', order: 'ASC' }} filters={filtersOf(workflow, lang, translate)}
        actions={<Actions workflow={workflow} phone={phone} />} pagination={<>{acts && <BulkBar workflow={workflow} />}<ListPages /></>} error={<ListFailed />} queryOptions={{ retry: false }}>
        <CountedNote />
        {acts && <PageTick />}
        {phone ? <CaseCards workflow={workflow} acts={acts} typed={{ q, look }} /> : <CaseTable workflow={workflow} acts={acts} typed={{ q, look }} />}
      </List>
    </Box>
  );
};

export const CaseList = () => {
  const workflow = useFound(useResourceContext());
  return workflow ? <Cases key={workflow.name} workflow={workflow} /> : <NotFound />;
};
