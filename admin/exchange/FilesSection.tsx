/** The files of a case: one to take away, one to bring, and which there were. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { HttpError, useTranslate } from 'react-admin';
import { useRef, useState, type ChangeEvent } from 'react';
import type { Exchange } from '../../workflows/kit/exchange.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { Section } from '../case/Section.tsx';
import { momentText } from '../case/standing.ts';
import { ErrorState, sentenceKeyOf } from '../common/ErrorState.tsx';
import { TakeDialog } from '../export/TakeDialog.tsx';
import { useText } from '../i18n/text.ts';
import type { Refused } from '../provider/client.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { CaseFile, CaseRecord, TakenFile } from '../provider/records.ts';
import { ReturnPreview } from './ReturnPreview.tsx';
import { useBringFile, useExchangeWords, useFiles } from './use-exchange.ts';

type Of = { readonly workflow: Workflow; readonly one: CaseRecord; readonly exchange: Exchange<Data> };

const Trouble = ({ error }: { error: unknown }) => {
  const translate = useTranslate();
  if (!error) return null;
  const { errors }: Refused = error instanceof HttpError ? (error.body as Refused) : {};
  return <Alert severity="error" role="alert">{errors?.['file'] ?? translate(sentenceKeyOf(error))}</Alert>;
};

const Take = ({ one, exchange }: Of) => {
  const say = useExchangeWords();
  const text = useText();
  const casework = useCasework();
  const files = useFiles(one);
  const [asking, setAsking] = useState(false);
  const title = say('take', { file: text(exchange.out.title) });
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>{title}</Button>
      {asking && <TakeDialog title={title} what={say('takeWhat')} formatWords={{ csv: say('csv') }} first="csv" take={(how) => casework.takeFile(one.workflow, one.id, how)} taken={() => void files.refetch()} close={() => setAsking(false)} />}
    </>
  );
};

const Bring = ({ one, exchange, taken }: Of & { taken: (file: TakenFile) => void }) => {
  const say = useExchangeWords();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const bring = useBringFile(one, taken);
  const label = say('bring', { file: text(exchange.back.title) });
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) bring.mutate(file);
    target.value = '';
  };
  return (
    <Stack spacing={1} sx={{ alignItems: 'start', width: 1 }}>
      <input ref={input} type="file" accept=".xlsx,.csv" hidden onChange={chosen} aria-label={label} />
      <Button variant="outlined" disabled={bring.isPending} onClick={() => input.current?.click()}>{label}</Button>
      <Typography variant="body2" color="textSecondary">{say('bringHint')}</Typography>
      {bring.isPending && <Box role="status" sx={{ width: 1 }}><Typography>{say('reading')}</Typography><LinearProgress aria-label={say('reading')} /></Box>}
      <Trouble error={bring.error} />
    </Stack>
  );
};

const FileItem = ({ file }: { file: CaseFile }) => {
  const say = useExchangeWords();
  const text = useText();
  return (
    <Box component="li" sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{`${say(file.way)} · ${file.name} · ${text(momentText(file.at))} · ${file.personName}`}</Typography>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ fontFamily: 'monospace' }}>{`${say('hash')} ${file.hash}`}</Typography>
    </Box>
  );
};

const Kept = ({ one }: { one: CaseRecord }) => {
  const say = useExchangeWords();
  const { data, error, refetch } = useFiles(one);
  if (error instanceof HttpError && error.status === 404) return null;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return <Typography variant="body2" color="textSecondary">{data ? say('none') : '…'}</Typography>;
  return <Box component="ul" aria-label={say('files')} sx={{ m: 0, pl: 2.5 }}>{data.map((file) => <FileItem key={`${file.way}${file.hash}`} file={file} />)}</Box>;
};

export const FilesSection = ({ workflow, one, sent }: { workflow: Workflow; one: CaseRecord; sent: (after: CaseRecord) => void }) => {
  const say = useExchangeWords();
  const [taken, setTaken] = useState<TakenFile | null>(null);
  const { exchange } = workflow;
  if (!exchange) return null;
  const offered = (event: string): boolean => one.offers.some(({ type }) => type === event);
  const [mayTake, mayBring] = [offered(exchange.out.event), offered(exchange.back.event)];
  return (
    <Section title={say('title')} print={false}>
      <Stack spacing={1.5} sx={{ alignItems: 'start', minWidth: 0 }}>
        {mayTake && <Take workflow={workflow} one={one} exchange={exchange} />}
        {mayBring && <Bring workflow={workflow} one={one} exchange={exchange} taken={setTaken} />}
        {mayBring && taken && <ReturnPreview key={taken.hash} workflow={workflow} one={one} exchange={exchange} file={taken} sent={sent} discard={() => setTaken(null)} />}
        <Kept one={one} />
      </Stack>
    </Section>
  );
};
