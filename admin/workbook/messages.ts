/** What the panel says where the desk is taken home as a workbook and brought back. */
import type { MessageTree } from '../i18n/tree.ts';

export const workbookMessages = {
  workbooks: {
    open: { zh: '离线工作簿', en: 'Offline workbook' },
    title: { zh: '离线工作簿：%{title}', en: 'Offline workbook: %{title}' },
    back: { zh: '回到核实台', en: 'Back to the desk' },
    none: { zh: '没有这个工作簿，或它不是由您上传的。', en: 'There is no such workbook, or it is not one that you uploaded.' },

    take: { zh: '一、下载', en: '1. Download' },
    takeText: { zh: '把本批次尚未核实的记录下载为 Excel 工作簿，带到没有网络的地方填写。号码已脱敏。', en: 'The records of this batch that still wait, as an Excel workbook to fill in where there is no connection. Numbers are masked.' },
    reason: { zh: '下载事由', en: 'Reason' },
    go: { zh: '下载工作簿', en: 'Download the workbook' },
    busy: { zh: '正在生成…', en: 'Being made…' },
    taken: { zh: '已下载 %{name}', en: 'Saved as %{name}' },
    nothingWaits: { zh: '本批次没有待核实的记录，不需要下载。', en: 'Nothing waits in this batch: there is nothing to download.' },

    bring: { zh: '二、填好后上传', en: '2. Upload it, filled in' },
    bringText: { zh: '上传后先逐行显示要办理的内容、冲突和错误，按“办理”之前什么也不会改变。', en: 'You first see row by row what would be done, what is in conflict and what is wrong. Nothing is changed before you say so.' },
    choose: { zh: '选择填好的工作簿', en: 'Choose the workbook' },
    checking: { zh: '正在上传并逐行检查…', en: 'Uploading and checking every row…' },

    before: { zh: '上传记录', en: 'Uploaded before' },
    noneYet: { zh: '本批次还没有上传过工作簿。', en: 'No workbook of this batch has been uploaded yet.' },
    noName: { zh: '未命名文件', en: 'Unnamed file' },
    states: { checked: { zh: '已检查，待办理', en: 'Checked, not yet done' }, applied: { zh: '已办理', en: 'Done' }, discarded: { zh: '已放弃', en: 'Given up' } },

    found: { zh: '检查结果', en: 'What was found' },
    records: { zh: '共 %{smart_count} 条记录', en: 'One record in all |||| %{smart_count} records in all' },
    nothing: { zh: '未填写 %{smart_count} 条，保持不变', en: '%{smart_count} not filled in, left as they are' },
    already: { zh: '此前已按本表办理 %{smart_count} 条', en: '%{smart_count} done before as they say' },
    kinds: { answer: { zh: '可以办理 %{smart_count} 条', en: 'To be done: %{smart_count}' }, conflict: { zh: '冲突 %{smart_count} 条', en: 'Conflicts: %{smart_count}' }, fault: { zh: '有误 %{smart_count} 条', en: 'Faulty: %{smart_count}' } },
    which: { zh: '显示哪些行', en: 'Which rows' },
    noRows: { zh: '没有这样的行。', en: 'There is none.' },
    more: { zh: '再显示 %{smart_count} 行', en: 'Show %{smart_count} more' },
    row: { zh: '第 %{n} 行', en: 'Row %{n}' },
    changes: { zh: '%{before} → %{after}', en: '%{before} → %{after}' },
    emptyBefore: { zh: '（空）', en: '(empty)' },
    cell: { zh: '%{at} 列“%{header}”', en: 'Column %{at}, “%{header}”' },
    movedOn: { zh: '下载之后，这条记录已经办理（现为“%{state}”），没有采用本行内容。', en: 'The record was dealt with after the download (now “%{state}”): this row is left out.' },
    entryChanged: { zh: '下载之后，登记册内容有了变化，没有采用本行内容；请对照现值重新核实。', en: 'The register changed after the download: this row is left out. Verify it against what stands there now.' },
    was: { zh: '下载时：%{value}', en: 'Then: %{value}' },
    now: { zh: '现在：%{value}', en: 'Now: %{value}' },
    maskedChange: { zh: '号码有变化', en: 'the number has changed' },

    apply: { zh: '办理这 %{smart_count} 条', en: 'Do this one |||| Do these %{smart_count}' },
    mend: { zh: '有 %{smart_count} 行有误：请在文件中改好后重新上传；已写明每处错误和改法。', en: 'One row is faulty: mend it in the file and upload it again. |||| %{smart_count} rows are faulty: mend them in the file and upload it again. Each fault and its remedy stand below.' },
    leaveOut: { zh: '有误的行先放下，只办理无误的 %{smart_count} 条', en: 'Leave the faulty rows, do the one in order |||| Leave the faulty rows, do the %{smart_count} in order' },
    conflictsStay: { zh: '有 %{smart_count} 行与现有记录冲突，不会办理，也不会覆盖别人的办理结果。', en: 'One row is in conflict: it is not done and overwrites nothing. |||| %{smart_count} rows are in conflict: they are not done and overwrite nothing.' },
    many: { zh: '一次确认“%{event}”超过 30 条，会像在核实台上连续确认一样提示镇经办回访抽查（规则 D30）。', en: 'More than 30 at once confirmed as “%{event}”: as at the desk, the town clerk is told to ask some of the people again (rule D30).' },
    nothingToDo: { zh: '没有可以办理的行，什么也不会改变。', en: 'There is nothing to be done: nothing changes.' },
    discard: { zh: '放弃', en: 'Give it up' },
    discarded: { zh: '已放弃，什么也没有改变。', en: 'Given up: nothing was changed.' },
    results: { zh: '办理结果', en: 'What came of it' },
  },
} satisfies MessageTree;
export type WorkbookWord = Exclude<keyof typeof workbookMessages.workbooks, 'states' | 'kinds'> | `states.${keyof typeof workbookMessages.workbooks.states}` | `kinds.${keyof typeof workbookMessages.workbooks.kinds}`;
