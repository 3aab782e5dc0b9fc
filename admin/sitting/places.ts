/** Where somebody signs: the states whose cases are worked through in a sitting, and what they are signed with. */
import { fieldsOf, readForm, type FieldInfo } from '../../workflows/kit/form.ts';
import { sittingsOf } from '../../workflows/kit/sitting.ts';
import type { Sitting, Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { actsAs, type Me } from '../auth/me.ts';
import type { SittingItem, SittingRecord } from '../provider/records.ts';

export type SigningPlace = Sitting & { readonly workflow: Workflow; readonly state: string };

/** As the office names it. */
export const placeKey = ({ workflow, state }: { readonly workflow: string; readonly state: string }): string => `${workflow}.${state}`;

export const placesOf = (registry: readonly Workflow[]): SigningPlace[] => registry.flatMap((workflow) => sittingsOf(workflow).map((place) => ({ ...place, workflow })));
export const signsSomething = (me: Me | null, registry: readonly Workflow[]): boolean =>
  me !== null && placesOf(registry).some(({ workflow, state, sign }) => actsAs(me, workflow.states[state]?.on[sign]?.who ?? [], workflow.name));

export const placeOf = (registry: readonly Workflow[], item: Pick<SittingItem, 'workflow' | 'state'>): SigningPlace | undefined =>
  placesOf(registry).find(({ workflow, state }) => workflow.name === item.workflow && state === item.state);

/** What has to be said with a signature; what may be left out is said on the case's page. */
export const signingFields = ({ workflow, sign }: SigningPlace): FieldInfo[] => {
  const form = workflow.forms[sign];
  return form ? fieldsOf(form).filter(({ required }) => required) : [];
};

/** The first phrase where something is to be written, the first choice where one is to be made. */
export const firstForm = (place: SigningPlace, phrase: string): Data =>
  Object.fromEntries(signingFields(place).flatMap(({ name, input, options }) => (input === 'lines' ? [[name, phrase]] : input === 'choice' && options[0] ? [[name, options[0].value]] : [])));

export const isComplete = ({ workflow, sign }: SigningPlace, data: Data): boolean => {
  const form = workflow.forms[sign];
  return !form || readForm(form, data).ok;
};

export const isLeft = ({ result }: SittingItem): boolean => result === null;
export const isClean = (item: SittingItem): boolean => isLeft(item) && item.flags.length === 0 && item.why.length === 0;

export const countsOf = ({ items }: SittingRecord) => {
  const of = (result: SittingItem['result']): number => items.filter((item) => item.result === result).length;
  return { signed: of('signed'), sentBack: of('sentBack'), left: of(null), total: items.length };
};

/** The next one left after a place, round to the first; null where none is left. */
export const nextLeft = (items: readonly SittingItem[], after: string, step: 1 | -1 = 1): string | null => {
  const from = items.findIndex((item) => item.case === after);
  const round = items.map((_, i) => items[(from + step * (i + 1) + 2 * items.length) % items.length]);
  return round.find((item) => item && isLeft(item))?.case ?? null;
};
