/** Leaves out what only an old Firefox knew: every other browser refuses the rule, and each refusal holds up the first page. */
import type { StylisPlugin } from '@emotion/cache';

const OLD = '::-moz-focus-inner';

export const withoutOldRules: StylisPlugin = (element) => {
  if (element.type === 'rule' && element.value.includes(OLD)) element.children = [];
};
