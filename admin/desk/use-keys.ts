/** The keys of the desk, for hands that stay on them: one press is one act, and a key held down is one press. */
import { useEffect } from 'react';

export type KeyMap = Readonly<Record<string, () => void>>;

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
/** Whatever does something by itself when Enter is pressed on it. */
const acts = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a, summary, [role="button"], [role="combobox"]') !== null;
const WALKING = new Set(['ArrowDown', 'ArrowUp', 'j', 'k']);

export const useKeys = (keys: KeyMap, on: boolean): void => {
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('[role="dialog"], [role="alertdialog"], [role="presentation"].MuiModal-root')) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const run = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (!run || (key === 'Enter' && acts(event.target))) return;
      event.preventDefault();
      if (!event.repeat || WALKING.has(key)) run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
};
