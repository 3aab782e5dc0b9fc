/** What the panel says about papers of a case. */
import type { MessageTree } from '../i18n/tree.ts';

export const paperMessages = {
  papers: {
    menu: { zh: '文书', en: 'Papers' },
    pdf: { zh: '%{title}（PDF 文件）', en: '%{title} (PDF)' },
    docx: { zh: '%{title}（Word 文档）', en: '%{title} (Word)' },
    zip: { zh: '%{title}（ZIP 压缩包）', en: '%{title} (ZIP)' },
    setting: { zh: '正在制作“%{title}”…', en: 'Making “%{title}”…' },
    made: { zh: '已下载“%{title}”，本次查看已记录。', en: '“%{title}” was downloaded; the reading is on record.' },
    moved: { zh: '事项状态已变化，现在不能制作这份文书。', en: 'The case has moved on: this paper is not made of it now.' },
  },
} as const satisfies MessageTree;

export type PaperWord = keyof (typeof paperMessages)['papers'];
