/** A value of a form as it is shown: words for codes, yuan for fen, links for entries and cases, masks for what is masked. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useGetManyAggregate } from 'react-admin';
import { Link as To } from 'react-router-dom';
import { isErased } from '../../workflows/kit/erased.ts';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { Masked } from '../common/Masked.tsx';
import { AttachedFiles } from '../files/AttachedFiles.tsx';
import { useCasePlace } from '../files/use-files.ts';
import { useLang, useText } from '../i18n/text.ts';
import { isMasked } from '../provider/records.ts';
import { PersonName } from './People.tsx';
import { VillageName } from './Places.tsx';
import { entryTitle, type NamedEntry } from './titles.ts';
import { useCaseName } from './use-case-name.ts';
import { isEmpty, valueText } from './values.ts';

export const EntryLink = ({ register, id }: { register: string; id: string }) => {
  const lang = useLang();
  const { data } = useGetManyAggregate<NamedEntry>(register, { ids: [id] });
  const entry = data?.[0] ?? { id };
  const { data: heads } = useGetManyAggregate<NamedEntry>('residents', { ids: entry.head === undefined ? [] : [entry.head] }, { enabled: entry.head !== undefined });
  const headName = heads?.[0]?.name;
  return <Link component={To} underline="always" to={`/${register}/${encodeURIComponent(id)}/show`}>{entryTitle({ ...entry, ...(headName !== undefined && { headName }) }, lang)}</Link>;
};

export const CaseName = ({ of, id }: { of: string; id: string }) => <>{useCaseName(of, id)}</>;

export const CaseLink = ({ of, id }: { of: string; id: string }) => <Link component={To} underline="always" to={`/${of}/${encodeURIComponent(id)}/show`}><CaseName of={of} id={id} /></Link>;

const isTable = ({ fields }: FieldInfo, value: unknown): boolean => Array.isArray(value) && fields.length > 1 && fields.every((one) => one.fields.length === 0);
const whole = { gridColumn: '1 / -1' } as const;

/** Labels and values, side by side where there is room; a table takes the whole width. Fields left empty are left out. */
export const Sheet = ({ fields, data }: { fields: readonly FieldInfo[]; data: Data }) => {
  const text = useText();
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(6em, 34%) 1fr', sm: 'minmax(8em, 30%) 1fr' }, gap: 1, m: 0, '& &': { gridTemplateColumns: { xs: '1fr', sm: 'minmax(8em, 30%) 1fr' } }, overflowWrap: 'anywhere', '@media print': { gridTemplateColumns: '30% 1fr' } }}>
      {fields.filter(({ name }) => !isEmpty(data[name])).map((info) => (
        <Box key={info.name} sx={{ display: 'contents', ...(isTable(info, data[info.name]) && { '& > dt, & > dd': whole }) }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>{text(info.label)}</Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, whiteSpace: 'pre-wrap' }}><Value info={info} value={data[info.name]} /></Box>
        </Box>
      ))}
    </Box>
  );
};

type Listed = { readonly info: FieldInfo; readonly rows: readonly Data[] };

const Grid = ({ info, rows }: Listed) => {
  const text = useText();
  const columns = info.fields.filter(({ name }) => rows.some((row) => !isEmpty(row[name])));
  return (
    <Box component="table" sx={{ borderCollapse: 'collapse', '& th, & td': { textAlign: 'start', verticalAlign: 'top', fontWeight: 400, p: 0, pb: 0.5, pr: 2 }, '& th': { color: 'text.secondary' } }}>
      <thead><tr>{columns.map(({ name, label }) => <th key={name} scope="col">{text(label)}</th>)}</tr></thead>
      <tbody>{rows.map((row, i) => <tr key={i}>{columns.map((column) => <td key={column.name}><Value info={column} value={row[column.name]} /></td>)}</tr>)}</tbody>
    </Box>
  );
};

/** Rows of plain fields make a table; rows that hold groups stand below each other, and those of one field need no label. */
const Rows = ({ info, rows }: Listed) => {
  const [only, ...others] = info.fields;
  if (isTable(info, rows)) return <Grid info={info} rows={rows} />;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, '& > li + li': { mt: 1 } }}>
      {rows.map((row, i) => <li key={i}>{only && others.length === 0 ? <Value info={only} value={row[only.name]} /> : <Sheet fields={info.fields} data={row} />}</li>)}
    </Box>
  );
};

export const Value = ({ info, value }: { info: FieldInfo; value: unknown }) => {
  const place = useCasePlace();
  const inCase = place !== null;
  const text = useText();
  const lang = useLang();
  if (isMasked(value)) return <Masked value={value} label={text(info.label)} {...(place?.reveals?.includes(info.name) && { from: { resource: place.workflow, id: place.id, field: info.name } })} />;
  if (typeof info.input === 'object' && 'files' in info.input) return Array.isArray(value) && inCase ? <AttachedFiles ids={value as string[]} /> : <>{valueText(info, value, lang)}</>;
  if (typeof info.input === 'object' && typeof value === 'string') return 'entry' in info.input ? <EntryLink register={info.input.entry} id={value} /> : <CaseLink of={info.input.case} id={value} />;
  if (info.input === 'village' && !isEmpty(value)) return <VillageName id={String(value)} />;
  if (info.input === 'person' && !isEmpty(value)) return <PersonName id={String(value)} />;
  if (info.fields.length === 0 || isEmpty(value) || isErased(value)) return <>{valueText(info, value, lang)}</>;
  return Array.isArray(value) ? <Rows info={info} rows={value as Data[]} /> : <Sheet fields={info.fields} data={value as Data} />;
};
