/** The households in the reader's units. */
import { SearchInput, useTranslate } from 'react-admin';
import { UnitInput } from '../cases/UnitInput.tsx';
import { EntryList } from './EntryList.tsx';

export const HouseholdList = () => {
  const translate = useTranslate();
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('register.search')} slotProps={{ htmlInput: { 'aria-label': translate('register.search') } }} />,
    <UnitInput key="unit" source="unit" label={translate('resources.households.fields.unit')} alwaysOn />,
  ];
  return <EntryList register="households" fields={['id', 'unit', 'head']} filters={filters} />;
};
