/** What the panel says about reports. */
import { reportWords } from '../../workflows/kit/report-words.ts';
import type { MessageTree } from '../i18n/tree.ts';

export const reportMessages = {
  report: {
    ...reportWords,
    open: { zh: '查看报告', en: 'See the report' },
    loading: { zh: '正在汇总数字…', en: 'Counting…' },
    notFound: { zh: '没有这份报告，或它不在您的管辖范围内。', en: 'There is no such report, or it lies outside your units.' },
    back: { zh: '返回办件', en: 'Back to the case' },
    provisional: { zh: '未签批：以下为 %{at} 的临时数，签批时定格。', en: 'Not signed: these are provisional figures of %{at}; signing freezes them.' },
    signed: { zh: '已签批：数字于 %{at} 定格，此后不再变动；更正须重新开启，另出一版。', en: 'Signed: the figures were frozen %{at} and change no more; a correction is another signing.' },
    which: { zh: '版本', en: 'Version' },
    now: { zh: '本轮（临时数）', en: 'This round (provisional)' },
    round: { zh: '第 %{round} 轮签批（%{at}）', en: 'Signing of round %{round} (%{at})' },
    docx: { zh: '下载 Word', en: 'Download Word' },
    pdf: { zh: '下载 PDF', en: 'Download PDF' },
    print: { zh: '打印本页', en: 'Print this page' },
    setting: { zh: '正在制作文件…', en: 'Setting the paper…' },
    unprintable: { zh: '字库中没有这些字，无法打印：%{characters}。请下载 Word 稿，换用含有这些字的字体后打印。', en: 'The fonts lack these characters, so it cannot be printed whole: %{characters}. Please take the Word document and choose a font that has them.' },
    opens: { zh: '%{label}：%{number}，打开计入的条目', en: '%{label}: %{number}, open the cases counted' },
    opensCase: { zh: '%{label}：%{number}，打开所在批次', en: '%{label}: %{number}, open its batch' },
    chart: { zh: '柱状图：%{title}。各村居的数字见“各村居”表格。', en: 'Bar chart: %{title}. The numbers of each village stand in the table.' },
    bar: { zh: '%{name}：%{numbers}', en: '%{name}: %{numbers}' },
    noFlags: { zh: '没有偏离较大的村居。', en: 'No village lies far off.' },
    notYet: { zh: '（尚未填写）', en: '(not written yet)' },
    signatures: { zh: '签批', en: 'Signatures' },
    unsigned: { zh: '未签', en: 'not signed' },
    behalf: { zh: '（代%{name}）', en: ' for %{name}' },
    list: { zh: '数字取自 %{at} 的 %{cases} 件办件；名单指纹', en: 'Figures of %{at}, from %{cases} cases; digest of their list' },
    counted: { zh: '只列出报告中计入的条目；其后的变化照现状显示。', en: 'Only the cases that a figure of a report counts, as they stand today.' },
    countedAll: { zh: '显示全部', en: 'Show all' },
  },
} as const satisfies MessageTree;

export type ReportWord = keyof (typeof reportMessages)['report'];
