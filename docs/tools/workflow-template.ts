/** The files of a new workflow: a small one that works at once, to be made into what it should be. */

const camelOf = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const titleOf = (name: string): string => name[0]?.toUpperCase() + name.slice(1).replaceAll('-', ' ');

const index = (name: string): string => `/** ${titleOf(name)}: a village reports a matter, the town settles it or sends it back. */
import { wordsFor } from '../kit/workflow.ts';
import type { FieldsOf } from '../kit/workflow.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { messages } from './messages.ts';

type Fields = FieldsOf<typeof forms>;
const { arrow, define } = wordsFor<Fields, Fields, Record<string, never>>();

export const ${camelOf(name)} = define({
  name: '${name}',
  version: 1,
  title: { zh: '新流程', en: '${titleOf(name)}s' },
  about: { zh: '村居上报事项，镇里办结或退回补充。', en: 'A village reports a matter; the town settles it or sends it back.' },
  unit: 'village',
  facts: {},
  open: arrow({ who: ['village_clerk'] }, { to: 'townCheck', keep: ({ form }) => ({ matter: form.matter, since: form.since }) }),
  states: {
    townCheck: {
      on: {
        settle: arrow({ who: ['town_clerk'], notWho: [{ step: '.open', since: 'case' }] }, { to: 'settled', keep: ({ form }) => ({ outcome: form.outcome }) }),
        sendBack: arrow({ who: ['town_clerk'] }, { to: 'returned', keep: ({ form }) => ({ remark: form.remark }) }),
      },
    },
    returned: {
      tags: ['returned'],
      on: {
        resubmit: arrow({ who: ['village_clerk'] }, { to: 'townCheck', round: true, keep: ({ form }) => ({ matter: form.matter }) }),
      },
    },
    settled: { tags: ['end', 'good'], on: {} },
  },
  rules: {},
  branches: {},
  checks: {},
  effects: {},
  forms,
  list: { title: 'matter', fields: [{ name: 'since', label: { zh: '发生日期', en: 'Since' }, type: 'day' }] },
  messages,
  examples,
});
`;

const forms = (name: string): string => `/** What is filled in for each event of ${titleOf(name).toLowerCase()}. */
import { form } from '../kit/form.ts';
import { day, lines, shortText } from '../office/fields.ts';

export const forms = {
  open: form({ matter: shortText({ zh: '事项', en: 'Matter' }), since: day({ zh: '发生日期', en: 'Since' }) }),
  settle: form({ outcome: lines({ zh: '办理结果', en: 'Outcome' }) }),
  sendBack: form({ remark: lines({ zh: '退回原因', en: 'Reason for sending it back' }) }),
  resubmit: form({ matter: shortText({ zh: '事项', en: 'Matter' }) }),
};
`;

const messages = (name: string): string => `/** The words of ${titleOf(name).toLowerCase()}. */
export const messages = {
  states: {
    townCheck: { zh: '镇里办理中', en: 'With the town' },
    returned: { zh: '已退回村居', en: 'Sent back to the village' },
    settled: { zh: '已办结', en: 'Settled' },
  },
  events: {
    open: { zh: '上报', en: 'Report' },
    settle: { zh: '办结', en: 'Settle' },
    sendBack: { zh: '退回', en: 'Send back' },
    resubmit: { zh: '重新上报', en: 'Report again' },
  },
  rules: {},
};
`;

const examples = (name: string): string => `/** What a person might fill in at each event of ${titleOf(name).toLowerCase()}. */
import type { World } from '../kit/workflow.ts';

export const examples = ({ at }: World) => ({
  open: { matter: '村口路灯不亮', since: at.slice(0, 10) },
  settle: { outcome: '已派人修好' },
  sendBack: { remark: '请写明位置' },
  resubmit: { matter: '村口东侧第二盏路灯不亮' },
});
`;

/** File names with their text. */
export const filesFor = (name: string): Record<string, string> => ({ 'index.ts': index(name), 'forms.ts': forms(name), 'messages.ts': messages(name), 'examples.ts': examples(name) });

/** The registry with the workflow's line at its end. */
export const registerIn = (registry: string, name: string): string => `${registry.trimEnd()}\nexport { ${camelOf(name)} } from './${name}/index.ts';\n`;
