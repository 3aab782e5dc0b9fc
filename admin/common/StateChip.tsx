/** Where a case stands, as a small label: the words tell, the colour only helps. */
import Chip from '@mui/material/Chip';
import type { Tag } from '../../workflows/kit/workflow.ts';
import type { State } from '../../workflows/kit/words.ts';
import { useFound } from '../case/registry.ts';
import { stateName } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';

/** As wide as its words, whatever a table would make of it; the longest go on in a second line. */
const wrapping = { height: 'auto', minHeight: 24, width: 'max-content', maxWidth: '13em', flexShrink: 0, '& .MuiChip-label': { whiteSpace: 'normal', textWrap: 'balance' } } as const;

const colourOf = (tags: readonly Tag[]): 'success' | 'default' | 'warning' | 'primary' => {
  if (tags.includes('end')) return tags.includes('good') ? 'success' : 'default';
  return tags.includes('returned') || tags.includes('bad') ? 'warning' : 'primary';
};

export const StateChip = ({ workflow, state }: { workflow: string; state: State }) => {
  const text = useText();
  const known = useFound(workflow);
  if (!known) return <Chip size="small" variant="outlined" label={state} sx={wrapping} />;
  return <Chip size="small" variant="outlined" color={colourOf(known.states[state]?.tags ?? [])} label={text(stateName(known, state))} sx={wrapping} />;
};
