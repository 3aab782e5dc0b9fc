/** The households in the reader's units. */
import { useTranslate } from 'react-admin';
import { UnitInput } from '../cases/UnitInput.tsx';
import { EntryList } from './EntryList.tsx';

export const HouseholdList = () => {
  const translate = useTranslate();
  const filters = [<UnitInput key="unit" source="unit" label={translate('resources.households.fields.unit')} alwaysOn />];
  return <EntryList register="households" fields={['id', 'unit', 'head']} filters={filters} />;
};
