/** Chooses among the units in the reader's scope. */
import { AutocompleteInput } from 'react-admin';
import { useUnits } from '../common/office.ts';
import { useText } from '../i18n/text.ts';

export const UnitInput = ({ source, label }: { source: string; label: string; alwaysOn?: boolean }) => {
  const text = useText();
  const choices = useUnits().map(({ id, name }) => ({ id, name: text(name) }));
  return <AutocompleteInput source={source} label={label} choices={choices} sx={{ minWidth: 180 }} />;
};
