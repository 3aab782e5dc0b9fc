/** What a case has to do with the notice that gathers it: how it joins, what it lets be read of itself, and what the notice tells it. */
import { form } from '../kit/form.ts';
import type { Case, Day, OtherCase, State, TallyQuery, Text } from '../kit/words.ts';
import { caseRef, count, day, lines, phone, shortText, yesNo } from './fields.ts';

export type NoticeLevel = 'village' | 'town';
export const levelOf = (state: State): NoticeLevel => (state.startsWith('town') ? 'town' : 'village');
/** All that a notice ever learns of a case: masked where the case stands, so that there is nothing else to leak. */
export type PublicLine = { readonly name: string; readonly about: Text; readonly fen?: number; readonly text?: string };

const noticePlace = () => shortText({ zh: '张贴地点', en: 'Where it hangs' }, { class: 'P1' });
const postingDay = () => day({ zh: '张贴日期', en: 'Posted on' }, { class: 'P1' });

/** `workflow`: whose cases the notices are. `putUp` and `proveNotice` come from the notice alone. */
export const gatherForms = (workflow: string) => ({
  joinNotice: form({ notice: caseRef({ zh: '公示', en: 'Notice' }, workflow, ['draft'], { help: { zh: '选择本村居、同一层级尚在编制的公示', en: 'A notice of this village and level that is still being drawn up' } }) }),
  leaveNotice: form({ remark: lines({ zh: '说明', en: 'Remark' }, { max: 300 }).optional() }),
  putUp: form({
    noticePlace: noticePlace(), noticePhone: phone({ zh: '异议受理电话', en: 'Telephone for objections' }, { class: 'P1' }),
    noticeDays: count({ zh: '公示期限（工作日）', en: 'Term in working days' }, { min: 1, max: 60 }),
    releasedOn: day({ zh: '发布日期', en: 'Released on' }), postedOn: postingDay(), proven: yesNo({ zh: '张贴已有证明', en: 'The posting is proven' }),
  }),
  proveNotice: form({ noticePlace: noticePlace(), postedOn: postingDay() }),
  postAnew: form({}),
});

/** The notices it might join. */
export const openNotices = (workflow: string, { unit, workflow: kind, state }: Pick<Case, 'unit' | 'workflow' | 'state'>): TallyQuery =>
  ({ ask: 'tally', workflow, unit, states: ['draft'], where: { kind, level: levelOf(state) } });

/** Of notices that stand open, one that the asker's case might join: the asker's unit is a village, or the town above several. */
export const exampleNotice = (open: readonly OtherCase[], { unit }: { readonly unit: string }, kind: string): string =>
  open.find((one) => one.data['kind'] === kind && one.unit.startsWith(unit) && (one.data['level'] === 'village') === (one.unit === unit))?.id ?? 'none';

/** Whether the case may join the notice: still being drawn up, of the case's kind, village and level, and hanging no less than the case must. */
export const noticeFits = (notice: OtherCase | null, { unit, workflow }: Pick<Case, 'unit' | 'workflow'>, level: NoticeLevel, days: number): boolean =>
  notice !== null && notice.state === 'draft' && notice.unit === unit && notice.data['kind'] === workflow && notice.data['level'] === level && Number(notice.data['days']) >= days;

const FIXED = ['review', 'released', 'posted'];
/** Nobody leaves a list that was handed in. */
export const mayLeave = (notice: OtherCase | null): boolean => notice === null || !FIXED.includes(notice.state);

/** Of a gathered case the notice is proven, by a photograph or a second person, before anybody records anything at the case. */
export const provenFirst = (gatheredInto: string | null | undefined, notice: OtherCase | null): boolean => !gatheredInto || notice?.data['proven'] === true;

/** A gathered case hangs as long as its notice does: no day counts under one that was taken down while something held the case. */
export const stillHangs = (gatheredInto: string | null | undefined, notice: OtherCase | null): boolean => !gatheredInto || notice?.state === 'posted';
export const cameDown = (notice: OtherCase | null): boolean => notice?.state === 'takenDown';

export const sheetOf = (notice: string, place: string, postedOn: Day) => ({ sheetNo: notice.slice(0, 40), place, postedOn });
