/** Light or dark: what the reader chose, else what the machine prefers. */
import { useTheme } from 'react-admin';

export const useDark = (): [boolean, () => void] => {
  const [theme, choose] = useTheme();
  const dark = theme === 'dark';
  return [dark, () => choose(dark ? 'light' : 'dark')];
};
