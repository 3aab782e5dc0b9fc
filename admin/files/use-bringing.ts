/** Brings the files chosen for a field, each by itself: how far it is, why it failed, once more, or not at all. */
import { useQueryClient } from '@tanstack/react-query';
import { HttpError, useTranslate } from 'react-admin';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { newId } from '../case/new-id.ts';
import { sentenceKeyOf } from '../common/ErrorState.tsx';
import type { Refused } from '../provider/client.ts';
import { useCasework } from '../provider/data-provider.ts';
import { chosenIn, type Chosen } from './chosen.ts';
import { myFileKey } from './use-files.ts';

/** `share` of it that has left; `failed` says why it did not arrive, and whether another try may help: what was refused for what it is will be again. */
export type Way = { readonly share: number; readonly failed: { readonly said: string; readonly again: boolean } | null };
type Load = { readonly file: File; stop: AbortController };
export type Bringing = { readonly chosen: readonly Chosen[]; readonly ways: ReadonlyMap<string, Way>; bring(files: readonly File[]): void; again(key: string): void; remove(one: Chosen): void };

/** For what the file is, not for what happened on its way. */
const isRefusal = (error: unknown): boolean => error instanceof HttpError && (error.status === 413 || error.status === 422);

const useSentence = () => {
  const translate = useTranslate();
  return (error: unknown): string => {
    const { errors }: Refused = error instanceof HttpError ? ((error.body ?? {}) as Refused) : {};
    return errors?.['file'] ?? translate(sentenceKeyOf(error));
  };
};

export const useBringing = (path: string): Bringing => {
  const { watch, getValues, setValue, formState: { isSubmitted } } = useFormContext();
  const casework = useCasework();
  const client = useQueryClient();
  const sentence = useSentence();
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map());
  const loads = useRef(new Map<string, Load>());
  // A row above may be removed while a file is on its way: then the field stands at another path.
  const place = useRef({ path, isSubmitted });
  useEffect(() => { place.current = { path, isSubmitted }; });
  useEffect(() => {
    const open = loads.current;
    return () => open.forEach(({ stop }) => stop.abort());
  }, []);

  const change = (next: (chosen: readonly Chosen[]) => readonly Chosen[]): void =>
    setValue(place.current.path, next(chosenIn(getValues(place.current.path))), { shouldDirty: true, shouldTouch: true, shouldValidate: place.current.isSubmitted });
  const tell = (key: string, way: Way | null): void => setWays((before) => {
    const after = new Map(before);
    if (way) after.set(key, way);
    else after.delete(key);
    return after;
  });

  const load = async (key: string, file: File): Promise<void> => {
    const stop = new AbortController();
    loads.current.set(key, { file, stop });
    tell(key, { share: 0, failed: null });
    try {
      const { data: brought } = await casework.uploadFile(file, { signal: stop.signal, progress: (share) => tell(key, { share, failed: null }) });
      // React-admin answers with an empty record where the session has ended.
      if (!brought.id) throw new HttpError('problem.401', 401, {});
      client.setQueryData(myFileKey(brought.id), brought);
      change((chosen) => chosen.map((one) => (one.key === key ? { key, id: brought.id, name: brought.name, bytes: brought.bytes } : one)));
      tell(key, null);
    } catch (error) {
      if (!stop.signal.aborted) tell(key, { share: 0, failed: { said: sentence(error), again: !isRefusal(error) } });
    }
  };

  return {
    chosen: chosenIn(watch(path) as unknown), ways,
    bring: (files) => {
      const added = files.map((file) => ({ file, entry: { key: newId(), id: '', name: file.name, bytes: file.size } }));
      change((chosen) => [...chosen, ...added.map(({ entry }) => entry)]);
      for (const { file, entry } of added) void load(entry.key, file);
    },
    again: (key) => {
      const known = loads.current.get(key);
      if (known) void load(key, known.file);
    },
    remove: ({ key, id }) => {
      loads.current.get(key)?.stop.abort();
      loads.current.delete(key);
      tell(key, null);
      change((chosen) => chosen.filter((one) => one.key !== key));
      if (id !== '') casework.takeFileBack(id).catch(() => undefined);
    },
  };
};
