/** What taking a list away says. */
import type { MessageTree } from '../i18n/tree.ts';

export const exportMessages = {
  export: {
    open: { zh: '导出', en: 'Export' },
    title: { zh: '导出“%{list}”', en: 'Export: %{list}' },
    what: { zh: '导出当前筛选和排序下的全部内容，只含清单中您能看到的项目。', en: 'All that the present filter finds, in its order: only what you see in the list.' },
    format: { zh: '文件格式', en: 'Format' },
    xlsx: { zh: 'Excel 工作簿（.xlsx）', en: 'Excel workbook (.xlsx)' },
    csv: { zh: 'CSV 文件（.csv）', en: 'CSV file (.csv)' },
    reason: { zh: '导出事由', en: 'Reason' },
    logged: { zh: '事由与您的姓名、时间写入文件，并逐人记入查阅日志，由个人信息保护负责人核查。', en: 'The reason stands in the file with your name and the time. Each person in it is logged as read by you, which the privacy officer checks.' },
    missing: { zh: '请写明事由（至少 4 个字）。', en: 'Please give the reason (at least 4 characters).' },
    go: { zh: '导出', en: 'Export' },
    busy: { zh: '正在生成文件…', en: 'Making the file…' },
    done: { zh: '已导出 %{name}', en: 'Saved as %{name}' },
  },
} satisfies MessageTree;
export type ExportWord = keyof typeof exportMessages.export;
