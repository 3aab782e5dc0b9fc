/** Asks why somebody takes a list away, and in which format; then saves the file. */
import { useCasework, type ToTake } from '../provider/data-provider.ts';
import { TakeDialog, useExportWords } from './TakeDialog.tsx';

type Asked = { readonly resource: string; readonly list: string; readonly asked: Pick<ToTake, 'filter' | 'sort'>; readonly close: () => void };

export const ExportDialog = ({ resource, list, asked, close }: Asked) => {
  const say = useExportWords();
  const casework = useCasework();
  return <TakeDialog title={say('title', { list })} what={say('what')} take={(how) => casework.takeAway(resource, { ...asked, ...how })} close={close} />;
};
