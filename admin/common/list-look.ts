/** A list stays as wide as the page; a wide table scrolls inside it, so that its buttons stay in sight. */
export const listLook = { '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' }, '& th, & td': { whiteSpace: 'nowrap', px: 1.5 } } as const;
