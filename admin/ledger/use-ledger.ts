/** The ledger as the server tells of it, and its words. */
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { listOptions } from '../../workflows/kit/describe.ts';
import { account, type Side } from '../../workflows/office/budget.ts';
import { useRegistry } from '../case/registry.ts';
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

/** The codes of the field by which a process tells its money apart, in words. */
export const usePartWords = () => {
  const registry = useRegistry();
  const text = useText();
  return (name: string, part: string): string => {
    const workflow = registry.find((one) => one.name === name);
    const field = workflow?.list.fields.find((one) => one.name === workflow.spends);
    return text((workflow && field ? listOptions(workflow, field) : []).find(({ value }) => value === part)?.label) || part;
  };
};

/** Accounts in words: their side, and the line, or the part of a process that all of them are of. */
export const useAccountWords = () => {
  const say = useLedgerWords();
  const partWords = usePartWords();
  const text = useText();
  return (names: readonly string[], workflow: string | null = null, part: string | null = null): string => {
    const [name = ''] = names;
    const [side, line] = name.includes(':') ? (name.split(':', 2) as [Side, string]) : (['left', name] as const);
    const of = workflow !== null && part !== null ? partWords(workflow, part) : text(lineText(line));
    return say('entriesOf', { side: say(side), line: of });
  };
};
