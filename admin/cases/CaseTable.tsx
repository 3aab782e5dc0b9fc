/** A process's cases as a table: first what presses, then what the process declares; columns can be chosen. */
import Link from '@mui/material/Link';
import { DataTable, useTranslate } from 'react-admin';
import { Link as To } from 'react-router-dom';
import { listOptions } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { Tick } from '../bulk/Tick.tsx';
import { isEnd } from '../case/standing.ts';
import { caseTitle } from '../case/titles.ts';
import { CaseName } from '../case/Value.tsx';
import { Clipped } from '../common/Clipped.tsx';
import { DueText } from '../common/DueText.tsx';
import type { Typed } from '../common/ListEmpty.tsx';
import { PersonName } from '../common/PersonName.tsx';
import { StateChip } from '../common/StateChip.tsx';
import { UnitName } from '../common/UnitName.tsx';
import { useLang } from '../i18n/text.ts';
import type { CaseRecord } from '../provider/records.ts';
import { Age } from './Age.tsx';
import { useHiddenColumns } from './hidden-columns.ts';
import { NoCases } from './NoCases.tsx';
import { listValue } from './values.ts';
import { WaitsFor } from './WaitsFor.tsx';

const TIGHT = () => ({ py: 0, pr: 0 });

/** `acts`: rows can be ticked. */
export const CaseTable = ({ workflow, acts, typed }: { workflow: Workflow; acts: boolean; typed: Typed }) => {
  const translate = useTranslate();
  const lang = useLang();
  const { title, fields } = workflow.list;
  const named = fields.find(({ name }) => name === title);
  const others = fields.filter((field) => field !== named).map((field) => ({ field, options: listOptions(workflow, field) }));
  const hidden = useHiddenColumns(workflow, others.map(({ field }) => field.name));
  return (
    <DataTable<CaseRecord> rowClick="show" bulkActionButtons={false} hiddenColumns={hidden} empty={<NoCases workflow={workflow} typed={typed} />}>
      {acts && <DataTable.Col source="chosen" label={translate('bulk.pick')} disableSort cellSx={TIGHT} render={(row: CaseRecord) => <Tick workflow={workflow} row={row} />} />}
      <DataTable.Col source={title} label={named?.label[lang] ?? translate('cases.title')} disableSort={!named}
        render={(row: CaseRecord) => <Link component={To} data-row to={`/${workflow.name}/${encodeURIComponent(row.id)}/show`}><Clipped naming>{caseTitle(workflow, row, lang)}</Clipped></Link>} />
      <DataTable.Col source="state" label={translate('cases.state')} render={(row: CaseRecord) => <StateChip workflow={workflow.name} state={row.state} />} />
      <DataTable.Col source="waitsFor" label={translate('cases.waitsFor')} disableSort render={(row: CaseRecord) => <WaitsFor workflow={workflow} row={row} />} />
      <DataTable.Col source="dueAt" label={translate('cases.due')} render={(row: CaseRecord) => (isEnd(workflow, row.state) ? '—' : <DueText dueAt={row.dueAt} />)} />
      <DataTable.Col source="unit" label={translate('cases.unit')} render={(row: CaseRecord) => <UnitName id={row.unit} />} />
      {others.map(({ field, options }) => (
        <DataTable.Col key={field.name} source={field.name} label={field.label[lang]} align={field.type === 'money' || field.type === 'number' ? 'right' : 'left'}
          render={(row: CaseRecord) => (field.above && workflow.parent !== undefined && row.parent !== null ? <CaseName of={workflow.parent} id={row.parent} /> : <Clipped>{listValue(field, options, row.data, lang)}</Clipped>)} />
      ))}
      <DataTable.Col source="openedAt" label={translate('cases.age')} render={(row: CaseRecord) => <Age openedAt={row.openedAt} />} />
      <DataTable.Col source="openedBy" label={translate('cases.openedBy')} render={(row: CaseRecord) => <PersonName id={row.openedBy} />} />
    </DataTable>
  );
};
