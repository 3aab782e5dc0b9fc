/** A calm office look, light and dark; only fonts the reader's machine already has. */
import type { ThemeOptions } from '@mui/material/styles';
import { defaultDarkTheme, defaultLightTheme } from 'react-admin';

const CHINESE = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"';
const LATIN = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial';
/** Chinese fonts draw quotation marks and dots a whole character wide, which tears English apart. */
const fonts = { ':root': { '--office-font': `${CHINESE}, system-ui, sans-serif` }, ':root:lang(en)': { '--office-font': `${LATIN}, ${CHINESE}, sans-serif` } };

/** WCAG 2.2: targets of 24 px and more, a focus ring that is always seen. */
const components = (focus: string): ThemeOptions['components'] => ({
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': { outline: `3px solid ${focus}`, outlineOffset: 2 } } } },
  MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { '&:focus-visible': { outline: `3px solid ${focus}`, outlineOffset: 2 } } } },
  MuiButton: { styleOverrides: { root: { textTransform: 'none', minHeight: 32 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
  MuiTab: { styleOverrides: { root: { textTransform: 'none' } } },
  MuiChip: { styleOverrides: { root: { borderRadius: 4 } } },
  MuiCssBaseline: { styleOverrides: fonts },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
});

const typography: ThemeOptions['typography'] = { fontFamily: 'var(--office-font)', fontSize: 14.5, h5: { fontSize: '1.4rem' }, h6: { fontSize: '1.1rem', fontWeight: 600 } };

const shape = { borderRadius: 6 };

/** Who asked their system for less movement gets none. */
const motion = { reducedMotion: 'system' } as const;

export const lightTheme: ThemeOptions = {
  ...defaultLightTheme,
  shape, typography, motion,
  components: { ...defaultLightTheme.components, ...components('#b45309') },
  palette: {
    mode: 'light',
    primary: { main: '#1d4e79', contrastText: '#ffffff' },
    secondary: { main: '#1d4e79', contrastText: '#ffffff' },
    error: { main: '#b3261e' },
    warning: { main: '#8a5000' },
    success: { main: '#1b6b3a' },
    info: { main: '#1d4e79' },
    background: { default: '#f4f6f8', paper: '#ffffff' },
    text: { primary: '#1b2430', secondary: '#4a5666' },
  },
};

export const darkTheme: ThemeOptions = {
  ...defaultDarkTheme,
  shape, typography, motion,
  components: { ...defaultDarkTheme.components, ...components('#ffb95c') },
  palette: {
    mode: 'dark',
    primary: { main: '#9cc7f0', contrastText: '#0b1b2b' },
    secondary: { main: '#9cc7f0', contrastText: '#0b1b2b' },
    error: { main: '#ffb4ab' },
    warning: { main: '#ffb95c' },
    success: { main: '#8fd8a8' },
    info: { main: '#9cc7f0' },
    background: { default: '#14181d', paper: '#1c2229' },
    text: { primary: '#e6eaef', secondary: '#b3bdc9' },
  },
};
