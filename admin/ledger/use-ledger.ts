/** The ledger as the server tells of it, and its words. */
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { account, type Side } from '../../workflows/office/budget.ts';
import { useText } from '../i18n/text.ts';
import { useCasework } from '../provider/data-provider.ts';
import { ledgerMessages, type LedgerWord } from './messages.ts';
import { lineText } from './lines.ts';

export const useLedgerWords = () => {
  const translate = useTranslate();
  return (key: LedgerWord, fill?: Record<string, string | number>): string => translate(`ledger.${key}`, fill);
};

export const useLedger = () => {
  const casework = useCasework();
  return useQuery({ queryKey: ['ledger'], queryFn: async ({ signal }) => (await casework.getLedger({ signal })).data, retry: false });
};

/** What stands on a line has the line's own name as its account. */
export const accountOf = (side: Side | 'left', line: string): string => (side === 'left' ? line : account(side, line));

export const useStepWords = () => {
  const text = useText();
  return (step: string): string => {
    const kind = step.split(':')[0] ?? step;
    return text((ledgerMessages.ledger.steps as Readonly<Record<string, { zh: string; en: string }>>)[kind]) || step;
  };
};

/** An account in words: its side and its line. */
export const useAccountWords = () => {
  const say = useLedgerWords();
  const text = useText();
  return (name: string): string => {
    const [side, line] = name.includes(':') ? (name.split(':', 2) as [Side, string]) : (['left', name] as const);
    return say('entriesOf', { side: say(side), line: text(lineText(line)) });
  };
};
