/** The residents in the reader's units. */
import { DateInput, SelectInput, useTranslate } from 'react-admin';
import { optionsOf, type CodeName } from '../../workflows/office/codes.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import type { Say } from '../cases/filters.tsx';
import { UnitInput } from '../cases/UnitInput.tsx';
import { useLang } from '../i18n/text.ts';
import { EntryList } from './EntryList.tsx';
import { statusChoices } from './words.ts';

const FIELDS = ['name', 'code', 'unit', 'status', 'sex', 'marital', 'relation', 'household', 'lastVerified'] as const;

const choicesOf = (table: CodeName, lang: Lang) => optionsOf(table).map(({ value, label }) => ({ id: value, name: label[lang] }));

const filtersIn = (lang: Lang, say: Say) => {
  const label = (field: string): string => say(`resources.residents.fields.${field}`);
  return [
    <UnitInput key="unit" source="unit" label={label('unit')} alwaysOn />,
    <SelectInput key="status" source="status" label={label('status')} choices={statusChoices(lang)} translateChoice={false} />,
    <SelectInput key="sex" source="sex" label={label('sex')} choices={choicesOf('sex', lang)} translateChoice={false} />,
    <SelectInput key="marital" source="marital" label={label('marital')} choices={choicesOf('marital', lang)} translateChoice={false} />,
    <DateInput key="from" source="lastVerified_gte" label={say('cases.from', { label: label('lastVerified') })} />,
    <DateInput key="to" source="lastVerified_lte" label={say('cases.to', { label: label('lastVerified') })} />,
  ];
};

export const ResidentList = () => <EntryList register="residents" fields={FIELDS} givingWay={['marital', 'relation']} filters={filtersIn(useLang(), useTranslate())} />;
