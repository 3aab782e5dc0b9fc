/** What is offered to an asker for some cases, with the facts that the rules rest on asked together. */
import { queriesFor, readsOfOffers } from '../../workflows/kit/facts.ts';
import { offers } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Offers } from '../../workflows/kit/words.ts';
import { actorAt } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { answerQueries } from '../store/facts.ts';
import type { Tx } from '../store/transaction.ts';
import { readingFor } from './reading.ts';

export type Shown = { readonly workflow: Workflow; readonly asker: Asker; readonly one: Case };

export const offersTo = async (office: Office, tx: Tx, shown: readonly Shown[]): Promise<Offers[]> => {
  const asked = shown.map(({ workflow, asker, one }) => {
    const actor = actorAt(asker, one.unit, workflow.name);
    const names = readsOfOffers(workflow, one, actor);
    return { actor, names, queries: queriesFor(workflow, names, { case: one, actor, at: asker.at, form: {} }) };
  });
  const queries = asked.flatMap((each) => each.queries.filter((query) => query !== null));
  const answers = queries.length === 0 ? [] : await answerQueries(tx, readingFor(office, 'offer'), queries, new Set());
  let next = 0;
  return shown.map(({ workflow, asker, one }, i) => {
    const each = asked[i];
    const facts = Object.fromEntries(each?.names.map((name, n) => [name, each.queries[n] === null ? null : answers[next++]]) ?? []);
    return offers(workflow, one, actorAt(asker, one.unit, workflow.name), asker.at, facts);
  });
};

/** For rows of a list: rules that need facts are left out. */
export const offersInList = ({ workflow, asker, one }: Shown): Offers => offers(workflow, one, actorAt(asker, one.unit, workflow.name), asker.at, null);
