/** The list of a register: internal fields only; on a phone one card each. */
import Button from '@mui/material/Button';
import MuiList from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { ColumnsButton, DataTable, FilterButton, List, TopToolbar, useListContext, useTranslate } from 'react-admin';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import type { Register } from '../../workflows/kit/words.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { ListEmpty, type Typed } from '../common/ListEmpty.tsx';
import { listLook } from '../common/list-look.ts';
import { ListFailed } from '../common/ListFailed.tsx';
import { ListPages } from '../common/ListPages.tsx';
import { useMe } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { SearchBox } from '../common/SearchBox.tsx';
import { useRowKeys } from '../common/use-row-keys.ts';
import { useTyped } from '../common/use-typed.ts';
import { ExportButton } from '../export/ExportButton.tsx';
import { importsFor } from '../layout/places.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { RegisterEntry } from '../provider/records.ts';
import { EntryLink, EntryValue } from './EntryValue.tsx';

export type EntryListProps = {
  readonly register: Register;
  /** The first field names the entry and leads to it. */
  readonly fields: readonly [string, ...string[]];
  readonly filters: ReactElement[];
  /** Left out where there is little room, until the reader asks for them. */
  readonly givingWay?: readonly string[];
};

const Cell = ({ register, field, first, entry }: { register: Register; field: string; first: boolean; entry: RegisterEntry }) => {
  const translate = useTranslate();
  if (first) return <EntryLink register={register} id={entry.id}>{String(entry[field] ?? entry.id)}</EntryLink>;
  return <EntryValue register={register} field={field} label={translate(`resources.${register}.fields.${field}`)} entry={entry} />;
};

const NoEntries = ({ typed }: { typed: Typed }) => {
  const translate = useTranslate();
  const me = useMe();
  const mayImport = me !== null && importsFor(me).length > 0;
  return (
    <ListEmpty none={translate('register.empty')} typed={typed}>
      <EmptyState title={translate('register.none')} hint={translate('register.noneHint')}>{mayImport && <Button variant="contained" component={Link} to="/imports">{translate('imports.menu')}</Button>}</EmptyState>
    </ListEmpty>
  );
};

const Cards = ({ register, fields, typed }: Pick<EntryListProps, 'register' | 'fields'> & { typed: Typed }) => {
  const { data, isPending } = useListContext<RegisterEntry>();
  if (isPending) return <PageLoading />;
  if (!data || data.length === 0) return <NoEntries typed={typed} />;
  return (
    <MuiList disablePadding>
      {data.map((entry) => (
        <ListItem key={entry.id} divider>
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 1.5, width: 1, minHeight: 32, alignItems: 'center', typography: 'body2', '& > a:first-of-type': { flex: '1 0 100%', typography: 'body1', fontWeight: 600, py: 0.5 } }}>
            {fields.slice(0, 4).map((field, i) => <Cell key={field} register={register} field={field} first={i === 0} entry={entry} />)}
          </Stack>
        </ListItem>
      ))}
    </MuiList>
  );
};

export const EntryList = ({ register, fields, filters, givingWay = [] }: EntryListProps) => {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('xl'), { noSsr: true });
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const rows = useRowKeys<HTMLDivElement>();
  const [q, look] = useTyped(register);
  return (
    <div ref={rows}>
      <Stack direction={{ xs: 'column', md: 'row' }} sx={{ justifyContent: 'space-between', alignItems: { md: 'center' } }}>
        <PageTitle>{translate(`resources.${register}.name`)}</PageTitle>
        <SearchBox label={translate('register.search')} words={q} look={look} />
      </Stack>
      <List resource={register} filter={q ? { q } : {}} title={false} sx={listLook} empty={false} exporter={false} perPage={25} sort={{ field: 'id', order: 'ASC' }} filters={filters} pagination={<ListPages />} error={<ListFailed />}
        actions={<TopToolbar sx={{ alignItems: { xs: 'center', md: 'flex-end' } }}><FilterButton />{!phone && <ColumnsButton />}<ExportButton list={translate(`resources.${register}.name`)} /></TopToolbar>} queryOptions={{ retry: false }}>
        {phone ? <Cards register={register} fields={fields} typed={{ q, look }} /> : (
          <DataTable<RegisterEntry> rowClick="show" bulkActionButtons={false} hiddenColumns={narrow ? [...givingWay] : []} empty={<NoEntries typed={{ q, look }} />}>
            {fields.map((field, i) => (
              <DataTable.Col key={field} source={field} label={translate(`resources.${register}.fields.${field}`)} render={(entry: RegisterEntry) => <Cell register={register} field={field} first={i === 0} entry={entry} />} />
            ))}
          </DataTable>
        )}
      </List>
    </div>
  );
};
