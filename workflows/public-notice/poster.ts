/** The sheet on the wall and on the web: masked lines, the ground, the term, and how anybody may object. */
import type { Poster } from '../kit/published.ts';
import type { Text } from '../kit/words.ts';
import { formatYuan } from '../office/money.ts';
import { dayWritten } from '../office/papers/written.ts';
import { nextWorkday } from '../office/working-days.ts';
import { kindNames, type Listed, type Notice } from './notice.ts';

const same = (value: string): Text => ({ zh: value, en: value });
const money = (fen: number): Text => ({ zh: formatYuan(fen, 'zh'), en: formatYuan(fen, 'en') });

const LEVELS: Readonly<Record<Notice['level'], Text>> = { village: { zh: '村级公示', en: 'village notice' }, town: { zh: '镇级公示', en: 'town notice' } };

const columns = (listed: readonly Listed[]) => [
  { label: { zh: '序号和姓名（脱敏）', en: 'No. and name (masked)' }, cell: ({ no, name }: Listed) => same(`${no}. ${name}`) },
  { label: { zh: '公示事项', en: 'For' }, cell: ({ about }: Listed) => about },
  ...(listed.some(({ fen }) => fen !== undefined) ? [{ label: { zh: '金额', en: 'Amount' }, cell: ({ fen }: Listed) => (fen === undefined ? same('—') : money(fen)) }] : []),
  ...(listed.some(({ text }) => text) ? [{ label: { zh: '事迹简介', en: 'Summary' }, cell: ({ text }: Listed) => same(text ?? '') }] : []),
];

const termOf = ({ days, sheet, lastDay }: Notice): Text => {
  if (!sheet || !lastDay) return { zh: `公示期限为张贴后${days}个工作日。`, en: `It hangs for ${days} working days after posting.` };
  const first = nextWorkday(sheet.postedOn);
  return { zh: `公示期限${days}个工作日：${dayWritten(first, 'zh')}至${dayWritten(lastDay, 'zh')}。`, en: `It hangs for ${days} working days: ${dayWritten(first, 'en')} to ${dayWritten(lastDay, 'en')}.` };
};

export const poster: Poster<Notice> = {
  printed: ['review', 'released', 'posted'],
  draft: ['review'],
  shown: ['posted'],
  gone: ['over', 'closed', 'takenDown'],
  sheet: ({ data }) => {
    const listed = data.listed ?? [];
    const shown = columns(listed);
    return {
      title: { zh: `${kindNames[data.kind].zh}公示`, en: `Notice: ${kindNames[data.kind].en.toLowerCase()}` },
      under: { zh: `${data.title}（${LEVELS[data.level].zh}）`, en: `${data.title} (${LEVELS[data.level].en})` },
      says: [{ zh: `依据：${data.ground}。现将有关事项公示如下。`, en: `Ground: ${data.ground}. The following is made public.` }, termOf(data)],
      columns: shown.map(({ label }) => label),
      numeric: shown.flatMap(({ label }, i) => (label.en === 'Amount' ? [i] : [])),
      rows: listed.map((line) => shown.map(({ cell }) => cell(line))),
      foot: [
        { zh: '对以上事项有异议的，可在公示期内以书面、电话或当面方式反映，可以实名，也可以匿名；反映人信息保密。异议事项限于：不符合条件、重复、身份不实、程序。', en: 'Anybody may object within the term, in writing, by telephone or in person, by name or anonymously; who objects is kept secret. An objection is about: conditions not met, a duplicate, an untrue identity, or the procedure.' },
        { zh: `监督电话：${data.noticePhone}`, en: `Supervision telephone: ${data.noticePhone}` },
      ],
      fromAbove: data.level === 'town',
      place: data.sheet?.place ?? data.noticePlace, on: data.sheet?.postedOn ?? data.releasedOn ?? null, until: data.lastDay ?? null,
    };
  },
};
