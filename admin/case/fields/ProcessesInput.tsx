/** Some of the office's processes. */
import { useRegistry } from '../registry.ts';
import { ChoicesInput } from './TickInputs.tsx';
import type { FieldProps } from './use-field.ts';

export const ProcessesInput = ({ info, path }: FieldProps) => <ChoicesInput info={{ ...info, options: useRegistry().map(({ name, title }) => ({ value: name, label: title })) }} path={path} />;
