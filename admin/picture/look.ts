/** How tables of numbers look on a phone, on a screen and on paper. */
export const dense = {
  '& td, & th': { px: { xs: 1, sm: 1.5 }, whiteSpace: 'nowrap' }, '& th[scope=row]': { whiteSpace: { xs: 'normal', sm: 'nowrap' }, minWidth: { xs: 96, sm: 0 } },
  '@media print': { '& td, & th': { px: 0.5, py: 0.25, fontSize: '9pt' }, '& a': { lineHeight: '1.25 !important' } },
} as const;
