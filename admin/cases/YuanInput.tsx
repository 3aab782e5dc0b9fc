/** An amount typed in yuan, asked of the server in fen. */
import { TextInput } from 'react-admin';
import { parseYuan, plainYuan } from '../../workflows/office/money.ts';

export const YuanInput = ({ source, label }: { source: string; label: string }) => (
  <TextInput source={source} label={label} resettable parse={(typed: string) => parseYuan(typed) ?? typed} format={(value: unknown) => (typeof value === 'number' ? plainYuan(value) : String(value ?? ''))} />
);
