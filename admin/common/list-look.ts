/** A list stays as wide as the page; a table that is still wider scrolls inside it, so that its buttons stay in sight. */
export const listLook = {
  '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' },
  '& th, & td': { px: { xs: 1, xl: 1.5 } }, '& td': { whiteSpace: 'nowrap' },
  // Headings go on in a second line before a column pushes another out of sight.
  '& th': { minWidth: '4em', lineHeight: 1.3, textWrap: 'balance' },
} as const;
