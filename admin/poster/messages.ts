/** What the panel says about the sheet that hangs for all. */
import type { MessageTree } from '../i18n/tree.ts';

export const posterMessages = {
  poster: {
    title: { zh: '公示单', en: 'The sheet' },
    help: { zh: '公示单和公开网页只显示以下内容，别无其他。', en: 'The sheet and the public page show this and nothing else.' },
    draft: { zh: '待复核，不得张贴。', en: 'Not released yet: must not be posted.' },
    page: { zh: '查看公开网页', en: 'See the public page' },
  },
} as const satisfies MessageTree;
