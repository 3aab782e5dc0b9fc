/** The rules that found something, with how many are open and set aside, for all villages or one; each leads to its findings. */
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.tsx';
import { useText } from '../i18n/text.ts';
import type { FindingCounts } from '../provider/records.ts';
import { useFindingWords } from './use-findings.ts';
import { levelColour, levelText, ruleWords } from './words.ts';

/** The severest first, then by number. */
const ORDER = ['error', 'monitoring', 'warning', 'information'];
const rank = (level: string): number => ORDER.indexOf(level);

export const RuleTable = ({ counts: { rules, villages }, unit, linkTo }: { counts: FindingCounts; unit: string; linkTo: (rule: string) => string }) => {
  const say = useFindingWords();
  const text = useText();
  const levelOf = new Map(rules.map(({ rule, level }) => [rule, level]));
  const rows = (unit === '' ? rules : villages.filter((one) => one.unit === unit)).map(({ rule, open, suppressed }) => ({ rule, level: levelOf.get(rule) ?? '', open, suppressed }))
    .toSorted((a, b) => rank(a.level) - rank(b.level) || (a.rule < b.rule ? -1 : 1));
  if (rows.length === 0) return <EmptyState title={say('noRules')} />;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={say('rules')}>
      <Table size="small" aria-label={say('rules')} sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } }, '& thead th': { whiteSpace: 'nowrap' } }}>
        <TableHead><TableRow>{(['rule', 'level', 'open', 'suppressed'] as const).map((key) => <TableCell key={key} align={key === 'open' || key === 'suppressed' ? 'right' : 'left'}>{say(key)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map(({ rule, level, open, suppressed }) => (
            <TableRow key={rule}>
              <TableCell component="th" scope="row"><MuiLink component={Link} to={linkTo(rule)} sx={{ display: 'inline-block', py: 0.5 }}>{rule} {text(ruleWords(rule)?.title)}</MuiLink></TableCell>
              <TableCell><Chip size="small" variant="outlined" color={levelColour(level)} label={text(levelText(level))} /></TableCell>
              <TableCell align="right">{open}</TableCell>
              <TableCell align="right">{suppressed}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
