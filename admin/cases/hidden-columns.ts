/** What a table of cases leaves out until the reader asks for it: what tells their rows apart least. */
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { useUnits } from '../common/office.ts';
import { useLang } from '../i18n/text.ts';

/** How many declared fields fit beside the rest; English words are longer. */
const FIT = { wide: { zh: 3, en: 3 }, narrow: { zh: 2, en: 1 }, small: { zh: 0, en: 0 } } as const;

/** `declared`: the names of the fields, the most telling first. */
export const useHiddenColumns = ({ unit }: Workflow, declared: readonly string[]): string[] => {
  const lang = useLang();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('xl'), { noSsr: true });
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('lg'), { noSsr: true });
  const one = useUnits().filter(({ kind }) => kind === unit).length === 1;
  return [...declared.slice(FIT[small ? 'small' : narrow ? 'narrow' : 'wide'][lang]), 'openedBy', ...(narrow ? ['openedAt'] : []), ...(one ? ['unit'] : [])];
};
