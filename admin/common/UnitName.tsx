/** A unit by its name; its id until the names have arrived. */
import { useText } from '../i18n/text.ts';
import { useUnits } from './office.ts';

export const UnitName = ({ id }: { id: string }) => {
  const text = useText();
  const unit = useUnits().find((one) => one.id === id);
  return <span>{unit ? text(unit.name) : id}</span>;
};
