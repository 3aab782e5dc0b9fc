/** One workflow as a page for people to review: its picture, who may do what, its terms and its forms. */
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { FieldInfo } from '../../workflows/kit/form.ts';
import { arrowsOf, draw } from '../../workflows/kit/describe.ts';
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { NotWho, Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { postName } from '../../workflows/office/posts.ts';
import { both, table } from './markdown.ts';

const SINCE: Record<NotWho['since'], Text> = {
  entry: { zh: '本次停留', en: 'in this stay' }, round: { zh: '本轮', en: 'in this round' }, case: { zh: '本案', en: 'in this case' },
};

const picture = (workflow: Workflow): string => {
  const { nodes, edges } = draw(workflow);
  const opened = [...new Set(arrowsOf(workflow).flatMap(({ from, to }) => (from === null ? [to] : [])))];
  return [
    '```mermaid', 'stateDiagram-v2',
    ...nodes.map(({ id, label }) => `  state "${label.zh} ${id}" as ${id}`),
    ...opened.map((to) => `  [*] --> ${to}`),
    ...edges.map(({ from, to, label }) => `  ${from} --> ${to}: ${label.zh}`),
    ...nodes.flatMap(({ id, end }) => (end ? [`  ${id} --> [*]`] : [])),
    '```',
  ].join('\n');
};

const stateIn = (workflow: Workflow, state: string | null): string => (state === null ? '—' : `${both(workflow.messages.states[state])} \`${state}\``);
const eventIn = (workflow: Workflow, event: string): string => `${both(workflow.messages.events[event])} \`${event}\``;
const postsIn = (arrow: ArrowInfo): string => arrow.who.map((post) => both(postName(post))).join('、');

const barIn = (workflow: Workflow, { step, since }: NotWho): string => {
  const event = step.slice(step.indexOf('.') + 1);
  return `${both(workflow.messages.events[event], event)} \`${step}\`（${both(SINCE[since])}）`;
};

const arrows = (workflow: Workflow): string =>
  table(
    ['从 From', '事项 Event', '到 To', '谁 Who', '不得为同一人 Not who took', '条件 Rules', '走向 Branch'],
    arrowsOf(workflow).map((arrow) => [
      stateIn(workflow, arrow.from), eventIn(workflow, arrow.event) + (arrow.aside ? '（非待办 aside）' : '') + (arrow.oneByOne ? '（须逐件办 one by one）' : ''), stateIn(workflow, arrow.to), postsIn(arrow),
      arrow.notWho.map((bar) => barIn(workflow, bar)).join('；'), arrow.rules.map((code) => `${both(workflow.messages.rules[code])} \`${code}\``).join('；'), arrow.branch ? `\`${arrow.branch}\`` : '',
    ]),
  );

const whoMayWhat = (workflow: Workflow): string => {
  const all = arrowsOf(workflow);
  const posts = [...new Set(all.flatMap(({ who }) => who))];
  return table(
    ['岗位 Post', '可办 May do'],
    posts.map((post) => [both(postName(post)), [...new Set(all.filter(({ who }) => who.includes(post)).map(({ event }) => both(workflow.messages.events[event])))].join('；')]),
  );
};

const terms = (workflow: Workflow): string =>
  table(
    ['状态 State', '到期事项 Sends', '期限 Term'],
    Object.entries(workflow.states).flatMap(([state, { term }]) => (term ? [[stateIn(workflow, state), eventIn(workflow, term.sends), 'days' in term ? '工作日 working days' : '指定时刻 a moment']] : [])),
  );

const fieldRows = (fields: readonly FieldInfo[], depth = 0): string[][] =>
  fields.flatMap((one) => [
    [`${'　'.repeat(depth)}${both(one.label)} \`${one.name}\``, one.class, one.required ? '是 yes' : '', typeof one.input === 'string' ? one.input : Object.keys(one.input).join(), one.neededFor ?? ''],
    ...fieldRows(one.fields, depth + 1),
  ]);

/** Until then nothing of the case is erased. */
const kept = ({ kept: all = [], messages }: Workflow): string =>
  table(['状态 States', '自次年起年数 Years from the end of the year'], all.map(({ states, years }) => [states.map((state) => both(messages.states[state])).join('；'), String(years)]));

/** What is made of a case, while it stands where, for whom. */
const papers = ({ papers: all = [], archivists = [], messages }: Workflow): string =>
  table(['文书 Paper', '状态 States', '谁可制作 For'], [
    ...all.map(({ name, title, states, for: posts, certifies }) => [`${both(title)} \`${name}\`${certifies ? '（编号可公开核验 its number can be verified by anybody）' : ''}`, states.map((state) => both(messages.states[state])).join('；'), posts.map((post) => both(postName(post))).join('、')]),
    ...(archivists.length > 0 ? [['归档包 Archive package `archive`', '依法保存的状态 kept by law', archivists.map((post) => both(postName(post))).join('、')]] : []),
  ]);

const forms = (workflow: Workflow): string =>
  Object.entries(workflow.forms)
    .map(([event, form]) => {
      const fields = fieldRows(fieldsOf(form));
      return `### ${eventIn(workflow, event)}\n\n${table(['字段 Field', '级别 Class', '必填 Required', '填写 Input', '依据 Needed for'], fields) || '无字段 No fields.'}`;
    })
    .join('\n\n');

const section = (title: string, body: string): string[] => (body ? [`## ${title}`, body] : []);

/** The whole page; made from the workflow alone, so that a page that differs from it is out of date. */
export const pageOf = (workflow: Workflow): string =>
  [
    `# ${workflow.title.zh} ${workflow.title.en}`,
    `\`${workflow.name}\` · ${workflow.version} · ${workflow.about.zh} ${workflow.about.en}`,
    picture(workflow),
    ...section('谁可以办什么 Who may do what', whoMayWhat(workflow)),
    ...section('流转 Arrows', arrows(workflow)),
    ...section('期限 Terms', terms(workflow)),
    ...section('文书 Papers', papers(workflow)),
    ...section('依法保存 Kept by law', kept(workflow)),
    ...section('表单 Forms', forms(workflow)),
  ].join('\n\n') + '\n';

export const indexOf = (workflows: readonly Workflow[]): string =>
  ['# 办理流程 Workflows', table(['流程 Workflow', '说明 About'], workflows.map(({ name, title, about }) => [`[${both(title)}](${name}.md)`, both(about)])) || '尚无流程 None yet.'].join('\n\n') + '\n';
