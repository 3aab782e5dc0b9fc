/** J and K walk down and up the rows of a list, as reviewers do all day; Enter is the link's own. */
import { useEffect, useRef, type RefObject } from 'react';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Rows are the elements with `data-row` below the given one. */
export const useRowKeys = <E extends HTMLElement>(): RefObject<E | null> => {
  const list = useRef<E>(null);
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const here = rows.findIndex((row) => row === document.activeElement);
      rows[here === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step))]?.focus();
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, []);
  return list;
};
