/** A resident's entry. */
import { useTranslate } from 'react-admin';
import { EntryPage } from './EntryPage.tsx';

const FIELDS = [
  'name', 'code', 'unit', 'household', 'relation', 'sex', 'birthDate', 'idNumber', 'idMissingReason', 'ethnic', 'marital', 'marriageDate', 'spouse',
  'hukouUnit', 'hukouAddress', 'residenceAddress', 'phone', 'account', 'status', 'lastVerified',
];

export const ResidentPage = () => {
  const translate = useTranslate();
  return <EntryPage register="residents" fields={FIELDS} title={(entry) => translate('register.titled', { register: translate('resources.residents.name'), entry: String(entry.name) })} />;
};
