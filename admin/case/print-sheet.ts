/** On paper a case is a sheet: black on white, no frame of the program, no link dressed as one. */
export const printSheet = {
  '@page': { size: 'A4', margin: '18mm 16mm' },
  '@media print': {
    'html, body': { background: '#fff !important', colorScheme: 'light' },
    'body *': { color: '#000 !important', background: 'transparent !important', boxShadow: 'none !important' },
    'a': { textDecoration: 'none !important' },
    'main': { padding: '0 !important' },
    'nav, button, [role="dialog"]': { display: 'none !important' },
  },
} as const;
