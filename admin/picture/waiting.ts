/** The workflow's picture with the cases that wait drawn into it: how many stand where, and how long the eldest. */
import { draw } from '../../workflows/kit/describe.ts';
import type { StateView } from '../../workflows/kit/picture.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { isWayBack } from '../case/ahead.ts';
import { stateName } from '../case/standing.ts';
import type { Picture, PlacedNode } from '../case/way-gone.ts';
import { phraseOf } from '../i18n/phrase.ts';
import { pictureMessages } from './messages.ts';

/** The boxes say enough. */
const NO_WORDS: Text = { zh: '', en: '' };

/** What stands at a state, in its box. */
const inscribed = (name: Text, { open, overdue, oldest: { days } }: StateView): Text => {
  const { [overdue > 0 ? 'nodeLate' : 'node']: words } = pictureMessages.picture;
  const inLang = (lang: Lang): string => phraseOf({ words: words[lang] }, lang, 'words', { state: name[lang], count: open, late: overdue, days: days ?? '?' });
  return { zh: inLang('zh'), en: inLang('en') };
};

export const waitingPicture = (workflow: Workflow, states: readonly StateView[]): Picture => {
  const drawing = draw(workflow);
  const node = ({ id, label, end }: (typeof drawing.nodes)[number]): PlacedNode => {
    const stood = states.find(({ state }) => state === id);
    return { id, label, end, place: stood ? (stood.overdue > 0 ? 'here' : 'gone') : 'open', inscribed: stood ? inscribed(stateName(workflow, id), stood) : label };
  };
  // Asides and ways back lead from and to nearly everywhere, and would hide the rest; what only they lead to is drawn where a case stands there.
  const edges = drawing.edges.filter(({ id, from, to, aside }) => !aside && !isWayBack(workflow, from, id.split('.')[1] ?? '', to));
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: drawing.nodes.map(node).filter(({ id, place }) => place !== 'open' || touched.has(id)), edges: edges.map((edge) => ({ ...edge, label: NO_WORDS, gone: false, next: true })) };
};
