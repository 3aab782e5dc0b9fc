/** Ready fields for papers that prove a thing: seen and noted, or kept as files. Never a bare tick. */
import { z } from 'zod';
import { field, form, must } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';
import { codes } from '../codes.ts';
import type { CodeOf } from '../codes.ts';
import { attachment } from './files.ts';
import { code, day, shortText } from './plain.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

export type EvidenceKind = CodeOf<'evidence'>;

const REFERENCE: Text = { zh: '填证件或档案编号，或存放位置；不得填写身份证号码全文', en: 'Number of the paper or file, or where it is kept; never a whole identity number' };

const NO_ID: Text = { zh: '请勿填写身份证号码全文，可只写后四位', en: 'Do not write a whole identity number: its last four digits will do' };
const referenceNo = field(
  must(z.string().trim().min(1).max(100), (value) => !/\d{17}[\dXx]/.test(value), NO_ID),
  { label: { zh: '编号或存放位置', en: 'Number or place kept' }, help: REFERENCE, class: 'P3', input: 'text' },
);

/** Papers that carry the numbers of a whole family: seen and noted, a copy only where a reason is given. */
const SEEN_ONLY: readonly EvidenceKind[] = ['id_card', 'household_book', 'marriage_certificate', 'divorce_certificate'];

const REFERENCE_OR_FILE: Text = { zh: '请填写编号或存放位置，或附上文件', en: 'Give the number or where it is kept, or attach the file' };
const NO_COPY: Text = { zh: '证件以查验登记为准，默认不留复印件；确需留存请写明理由，否则请移除文件', en: 'Identity papers are seen and noted, not copied: say why a copy must be kept, or remove the file' };

const paperOf = (kinds: readonly EvidenceKind[]) => ({ kind: code({ zh: '材料种类', en: 'Kind of paper' }, 'evidence', { only: kinds }), seenOn: day({ zh: '查验日期', en: 'Seen on' }) });

const paperSeen = (kinds: readonly EvidenceKind[]) => {
  const { kind, seenOn } = paperOf(kinds);
  return form({ kind, reference: referenceNo, seenOn });
};

const paperKept = (kinds: readonly EvidenceKind[]) => {
  const { kind, seenOn } = paperOf(kinds);
  const paper = form({
    kind, reference: referenceNo.optional(), seenOn,
    copies: attachment({ zh: '扫描件或照片', en: 'Scan or photograph' }, { max: 4, help: { zh: '身份证、户口簿、结婚证只核验登记，不留复印件', en: 'Identity cards, household books and marriage certificates are seen and noted, not copied' } }).optional(),
    copyReason: shortText({ zh: '留存证件复印件的理由', en: 'Why a copy of an identity paper is kept' }, { min: 4, class: 'P2' }).optional(),
  });
  const proven = must(paper, ({ reference, copies }) => reference !== undefined || copies !== undefined, REFERENCE_OR_FILE, ['reference']);
  return must(proven, ({ kind: of, copies, copyReason }) => copies === undefined || copyReason !== undefined || !SEEN_ONLY.includes(of), NO_COPY, ['copyReason']);
};

type Papers = Words & { min?: number; kinds?: readonly EvidenceKind[] };
const papers = <Paper extends z.ZodType>(paper: Paper, label: Text, { min = 1, kinds: _kinds, ...words }: Papers) => {
  const enough: Text = { zh: `至少登记${min}份材料`, en: `Enter at least ${min} paper(s)` };
  return field(must(z.array(paper).max(30), (all) => all.length >= min, enough), worded(label, { input: 'list', class: 'P3' }, words));
};

/** Papers seen, at least `min`, of the kinds named. Rows of {kind, reference, seenOn}. P3. */
export const evidence = (label: Text, given: Papers = {}) => papers(paperSeen(given.kinds ?? codes.evidence.codes), label, given);

/** The same, each with the file itself in place of its reference or beside it; of identity papers no copy unless a reason is given. */
export const evidenceOrFiles = (label: Text, given: Papers = {}) => papers(paperKept(given.kinds ?? codes.evidence.codes), label, given);
