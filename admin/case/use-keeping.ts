/** The keeping of one form for who is signed in; it stays theirs when the session ends under it. */
import { useMemo, useState } from 'react';
import { useMe } from '../common/office.ts';
import { keepingAt, type Keeping } from './kept.ts';

export const useKeeping = (place: string): Keeping => {
  const me = useMe()?.id ?? null;
  const [user, setUser] = useState(me);
  if (me !== null && me !== user) setUser(me);
  return useMemo(() => keepingAt(user, place), [user, place]);
};
