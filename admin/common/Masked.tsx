/** A masked value, and, where the entry can be asked, the button that reveals it until the page is left. */
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { useState } from 'react';
import type { MaskedValue } from '../provider/records.ts';
import { RevealDialog } from './RevealDialog.tsx';

/** `from` is the register entry the value belongs to; without it nothing can be revealed. */
export const Masked = ({ value, label, from }: { value: MaskedValue; label: string; from?: { resource: string; id: string; field: string } }) => {
  const translate = useTranslate();
  const [revealed, setRevealed] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (revealed !== null) return <span>{revealed}</span>;
  return (
    <Stack direction="row" component="span" useFlexGap spacing={1} sx={{ alignItems: 'baseline', display: 'inline-flex', flexWrap: 'wrap' }}>
      <span role="img" aria-label={translate('reveal.masked', { value: value.masked })}>{value.masked}</span>
      {from && <Button size="small" onClick={() => setAsking(true)} aria-label={translate('reveal.showField', { field: label })}>{translate('reveal.show')}</Button>}
      {from && asking && <RevealDialog {...from} label={label} close={() => setAsking(false)} shown={setRevealed} />}
    </Stack>
  );
};
