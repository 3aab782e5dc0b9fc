/** The cases of the sitting in a column: what each is, whether something speaks against it, what came of it. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { titleText } from '../case/titles.ts';
import { useLang, useText } from '../i18n/text.ts';
import type { SittingItem } from '../provider/records.ts';
import { useSittingWords } from './use-sitting-words.ts';

const Mark = ({ item }: { item: SittingItem }) => {
  const say = useSittingWords();
  if (item.result) return <Chip size="small" color={item.result === 'signed' ? 'success' : 'default'} variant="outlined" label={say(`results.${item.result}`)} />;
  const remarks = item.flags.length + item.why.length;
  return remarks > 0 ? <Chip size="small" color="warning" variant="outlined" label={`${say('flags')} ${remarks}`} /> : null;
};

export const ItemList = ({ registry, items, here, go }: { registry: readonly Workflow[]; items: readonly SittingItem[]; here: string; go: (id: string) => void }) => {
  const say = useSittingWords();
  const text = useText();
  const lang = useLang();
  const titleOf = (name: string): string => text(registry.find((workflow) => workflow.name === name)?.title) || name;
  return (
    <List dense disablePadding aria-label={say('list')} sx={{ overflowY: 'auto', flex: 1 }}>
      {items.map((item) => (
        <ListItem key={item.case} disablePadding divider>
          <ListItemButton selected={item.case === here} aria-current={item.case === here ? 'true' : undefined} onClick={() => go(item.case)} sx={{ gap: 1, alignItems: 'center', minHeight: 44 }}>
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{titleText(registry.find(({ name }) => name === item.workflow), item.title, lang)}</Typography>
              <Typography variant="caption" color="textSecondary">{titleOf(item.workflow)}</Typography>
            </Box>
            <Mark item={item} />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
};
