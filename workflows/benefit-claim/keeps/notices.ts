/** What a claim keeps of its notices and of objections to them. */
import { given } from '../../kit/shorthand.ts';
import { objectorOf } from '../../office/fields.ts';
import { levelOf, sheetOf } from '../../office/gathered.ts';
import { maskName } from '../../office/masking.ts';
import { dayOf, workdaysBetween } from '../../office/working-days.ts';
import { type Asked, type ClaimCase, type Notice, type Objection, type Patch } from '../claim.ts';
import { noticeOf, programmeOf, type Level } from '../rounds.ts';

const keepNotice = (level: Level, notice: Notice): Patch => (level === 'town' ? { townNotice: notice } : { villageNotice: notice });

const changed = ({ case: one }: Asked, change: (notice: Notice) => Partial<Notice>): Patch => {
  const level = levelOf(one.state);
  const notice = noticeOf(one, level);
  return notice ? keepNotice(level, { ...notice, ...change(notice) }) : {};
};

export const noticeDrafted = ({ case: { state, data, memory }, form }: Asked): Patch =>
  keepNotice(levelOf(state), { round: memory.round, name: maskName(data.applicantName), place: given(form.noticePlace), phone: given(form.noticePhone) });

/** The draft is void: round 0 is no round. */
export const draftVoided = (asked: Asked): Patch => changed(asked, () => ({ round: 0 }));

export const noticeReleased = (asked: Asked): Patch => changed(asked, () => ({ releasedOn: dayOf(asked.at) }));

/** A sheet posted later than it was released hangs that much longer. */
export const postingRecorded = (asked: Asked): Patch => changed(asked, ({ releasedOn, delay = 0 }) => {
  const sheet = given(asked.form.sheet);
  const later = workdaysBetween(releasedOn ?? sheet.postedOn, sheet.postedOn);
  return { sheet, delay: later, moved: later - delay };
});

export const noticeRan = (asked: Asked): Patch => ({ ...changed(asked, () => ({ completedOn: dayOf(asked.at) })), ...(asked.case.data.notice && LEFT) });

/** In no notice. */
export const LEFT = { notice: null, posting: null } as const;
/** The name is masked here: the notice never gets another. */
export const noticeJoined = ({ case: { data }, form }: Asked): Patch =>
  ({ notice: given(form.notice), posting: { name: maskName(data.applicantName), about: programmeOf(data).label, fen: data.amount ?? data.amountClaimed } });
export const noticeLeft = (): Patch => LEFT;

export const noticePutUp = ({ case: { state, data, memory }, form }: Asked): Patch => {
  const [place, postedOn, releasedOn, of] = [given(form.noticePlace), given(form.postedOn), given(form.releasedOn), data.notice ?? ''];
  return keepNotice(levelOf(state), {
    round: memory.round, name: maskName(data.applicantName), place, phone: given(form.noticePhone), releasedOn, postedOn, of, days: given(form.noticeDays), delay: workdaysBetween(releasedOn, postedOn),
    ...(form.proven && { sheet: sheetOf(of, place, postedOn) }),
  });
};
export const noticeProven = (asked: Asked): Patch =>
  changed(asked, () => ({ sheet: sheetOf(asked.case.data.notice ?? '', given(asked.form.noticePlace), given(asked.form.postedOn)) }));
/** The notice was taken down before its time: the claim is put up anew. */
export const noticeTakenOff = (asked: Asked): Patch => ({ ...draftVoided(asked), ...LEFT });

export const objected = ({ case: { data }, form }: Asked): Patch => {
  const objection: Objection = { subject: given(form.subject), content: given(form.content), anonymous: given(form.anonymous), receivedOn: given(form.receivedOn), standing: 'open', ...objectorOf(form) };
  return { objections: [...(data.objections ?? []), objection] };
};

/** Who made the objection that is judged now. */
export const openObjector = ({ data: { objections = [] } }: ClaimCase): Record<string, string | null> => {
  const { objectorName = null, objectorContact = null } = objections.find(({ standing }) => standing === 'open') ?? {};
  return { objectorName, objectorContact };
};

/** Objections are judged in the order they came. */
const judgeFirst = (objections: readonly Objection[], from: Objection['standing'], change: Partial<Objection>): Patch => {
  const index = from === 'open' ? objections.findIndex(({ standing }) => standing === from) : objections.findLastIndex(({ standing }) => standing === from);
  return { objections: objections.map((one, i) => (i === index ? { ...one, ...change } : one)) };
};

export const objectionDismissed = ({ case: { data }, form }: Asked): Patch => judgeFirst(data.objections ?? [], 'open', { standing: 'notUpheld', replyNo: given(form.replyNo) });

export const objectionUpheld = ({ case: { state, data }, form }: Asked): Patch => ({
  ...judgeFirst(data.objections ?? [], 'open', { standing: 'upheld', replyNo: given(form.replyNo) }),
  refusal: { step: state, reason: 'R08', ground: given(form.findings) },
});

/** An appeal granted against an objection that was upheld has it judged anew. */
export const refusalLifted = ({ case: { data } }: Asked): Patch => (data.refusal?.reason === 'R08' ? judgeFirst(data.objections ?? [], 'upheld', { standing: 'open' }) : {});
