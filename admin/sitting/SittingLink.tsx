/** The way to a sitting, for those who sign. */
import SignIcon from '@mui/icons-material/DrawOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useRegistry } from '../case/registry.ts';
import { useMe } from '../common/office.ts';
import { signsSomething } from './places.ts';
import { useSittingWords } from './use-sitting-words.ts';

export const SittingLink = () => {
  const say = useSittingWords();
  const signs = signsSomething(useMe(), useRegistry());
  return signs ? <Button component={Link} to="/sitting" variant="outlined" startIcon={<SignIcon />} sx={{ mb: 1, mr: 1, displayPrint: 'none' }}>{say('open')}</Button> : null;
};
