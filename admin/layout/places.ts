/** Where the menu leads: every process of the registry that the reader may see, and the registers. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { MONEY_POSTS, OVERSEEING_POSTS } from '../../workflows/office/posts.ts';
import { holdsAny, mayRead, mayReadRegister, type Me } from '../auth/me.ts';
import { findingMessages } from '../findings/messages.ts';
import { messages } from '../i18n/messages.ts';
import { ledgerMessages } from '../ledger/messages.ts';
import { importMessages } from '../imports/messages.ts';
import { notificationMessages } from '../notifications/messages.ts';
import { privacyMessages } from '../privacy/messages.ts';
import { KEEPERS, WATCHERS } from '../privacy/watchers.ts';

export type Place = { readonly to: string; readonly label: Text };

export const processesFor = (me: Me, all: readonly Workflow[]): Place[] =>
  all.filter((workflow) => mayRead(me, workflow)).map(({ name, title }) => ({ to: `/${name}`, label: title }));

export const registersFor = (me: Me): Place[] =>
  mayReadRegister(me) ? [...(['residents', 'households'] as const).map((name) => ({ to: `/${name}`, label: messages.resources[name].name })), { to: '/findings', label: findingMessages.findings.menu }] : [];

/** Who answers for the work of others. */
export const overseesWork = (me: Me | null): boolean => me !== null && holdsAny(me, OVERSEEING_POSTS);

export const moneyFor = (me: Me): Place[] => (holdsAny(me, MONEY_POSTS) ? [{ to: '/ledger', label: ledgerMessages.ledger.menu }] : []);

/** Whose work the first load of a register is. */
export const importsFor = (me: Me): Place[] => (holdsAny(me, ['town_clerk']) ? [{ to: '/imports', label: importMessages.imports.menu }] : []);

export const oversightFor = (me: Me): Place[] => [
  ...(holdsAny(me, [...WATCHERS, ...KEEPERS]) ? [{ to: '/privacy', label: privacyMessages.privacy.menu }] : []),
  ...(holdsAny(me, KEEPERS) ? [{ to: '/messages', label: notificationMessages.notifications.messages }] : []),
];
