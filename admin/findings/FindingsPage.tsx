/** Data quality: which rules found how much, by village, and the findings to work through. */
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { ErrorState } from '../common/ErrorState.tsx';
import { useUnits } from '../common/office.ts';
import { PageTitle } from '../common/PageTitle.tsx';
import { useText } from '../i18n/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { RuleTable } from './RuleTable.tsx';
import { RunBar } from './RunBar.tsx';
import { useFindingCounts, useFindingWords } from './use-findings.ts';
import { levelNames, levelText, ruleIds, ruleWords } from './words.ts';
import { Worklist } from './Worklist.tsx';

type Choice = { readonly value: string; readonly label: string };

const Choose = ({ label, value, choices, all, change }: { label: string; value: string; choices: readonly Choice[]; all?: string; change: (value: string) => void }) => (
  <TextField select size="small" label={label} value={value} onChange={({ target }) => change(target.value)} sx={{ minWidth: 160, maxWidth: { xs: 1, sm: 280 } }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
    {all !== undefined && <MenuItem value="">{all}</MenuItem>}
    {choices.map((one) => <MenuItem key={one.value} value={one.value}>{one.label}</MenuItem>)}
  </TextField>
);

const STATES = ['open', 'suppressed', 'gone'] as const;

/** What is chosen stands in the address, so that a link leads to the very same list. */
const useChosen = () => {
  const [params, setParams] = useSearchParams();
  const of = (name: string): string => params.get(name) ?? '';
  const withOne = (name: string, value: string): URLSearchParams => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return next;
  };
  return { chosen: { unit: of('unit'), rule: of('rule'), level: of('level'), state: of('state') || 'open' }, choose: (name: string) => (value: string) => setParams(withOne(name, value)), linkTo: (rule: string) => `/findings?${withOne('rule', rule).toString()}` };
};

export const FindingsPage = () => {
  const say = useFindingWords();
  const text = useText();
  const villages = useUnits().filter(({ kind }) => kind === 'village');
  const { chosen, choose, linkTo } = useChosen();
  const { data: counts, error, refetch } = useFindingCounts();
  const { unit, rule, level, state } = chosen;
  const narrowed = [unit, rule, level].some(Boolean) || state !== 'open';
  const filter = { state, ...(unit && { unit }), ...(rule && { rule }), ...(level && { level }) };
  return (
    <Box>
      <PageTitle>{say('menu')}</PageTitle>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{say('hint')}</Typography>
      <RunBar />
      <Paper variant="outlined" component="section" aria-label={say('rules')} sx={{ p: { xs: 1, sm: 2 }, mb: 2, minWidth: 0 }}>
        {villages.length > 1 && <Choose label={say('village')} value={unit} all={say('allVillages')} choices={villages.map(({ id, name }) => ({ value: id, label: text(name) }))} change={choose('unit')} />}
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : counts ? <RuleTable counts={counts} unit={unit} linkTo={linkTo} /> : <PageLoading />}
      </Paper>
      <Box component="section" aria-labelledby="findings-list">
        <Typography id="findings-list" variant="h6" component="h2" sx={{ mb: 1 }}>{say('worklist')}</Typography>
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', mb: 1 }}>
          <Choose label={say('rule')} value={rule} all={say('allRules')} choices={ruleIds.map((id) => ({ value: id, label: `${id} ${text(ruleWords(id)?.title)}` }))} change={choose('rule')} />
          <Choose label={say('level')} value={level} all={say('allLevels')} choices={levelNames.map((name) => ({ value: name, label: text(levelText(name)) }))} change={choose('level')} />
          <Choose label={say('state')} value={state} choices={STATES.map((name) => ({ value: name, label: say(name) }))} change={choose('state')} />
        </Stack>
        <Worklist key={JSON.stringify(filter)} filter={filter} empty={say(narrowed ? 'none' : 'noneOpen')} label={say('worklist')} />
      </Box>
    </Box>
  );
};
