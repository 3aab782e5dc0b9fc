/** On paper a case is a sheet: black on white, no frame of the program, no link dressed as one. */
export const printSheet = {
  '@page': { size: 'A4', margin: '18mm 16mm' },
  '@media print': {
    'html, body': { background: '#fff !important', colorScheme: 'light' },
    'body *': { color: '#000 !important', background: 'transparent !important', boxShadow: 'none !important' },
    'a': { textDecoration: 'none !important' },
    'main': { padding: '0 !important' },
    // The link past the menu has nothing to lead to on paper.
    'nav, button, [role="dialog"], a[href^="#"]': { display: 'none !important' },
  },
} as const;
