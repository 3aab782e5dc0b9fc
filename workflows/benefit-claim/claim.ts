/** What a claim holds, what its decisions ask beyond it, and the kit's words typed by both. */
import type { FieldsOf } from '../kit/workflow.ts';
import { wordsFor, type Question } from '../kit/workflow.ts';
import type { Case, Day, Entry, OtherCase, Rolled, State, Tally } from '../kit/words.ts';
import type { forms, Item } from './forms/index.ts';
import type { PublicLine } from '../office/gathered.ts';
import type { Met } from '../office/programmes/eligibility.ts';
import type { Governing } from '../office/programmes/terms.ts';

export type Fields = FieldsOf<typeof forms>;
type Given<K extends keyof Fields> = NonNullable<Fields[K]>;

/** One level's notice of one round. Everything in it may be read by anybody. */
export type Notice = {
  readonly round: number;
  /** Masked. */
  readonly name: string;
  readonly place: string;
  readonly phone: string;
  readonly releasedOn?: Day;
  readonly sheet?: Given<'sheet'>;
  /** Working days between release and posting. */
  readonly delay?: number;
  /** What the last record of the posting added to the delay, or took from it. */
  readonly moved?: number;
  readonly completedOn?: Day;
  /** Of one that a notice gathered: which, how long that hangs, and since when. */
  readonly of?: string;
  readonly days?: number;
  readonly postedOn?: Day;
};

export type Objection = {
  readonly subject: string; readonly content: string; readonly anonymous: boolean; readonly receivedOn: Day;
  /** Who objects: for those alone who judge it. */
  readonly objectorName?: string; readonly objectorContact?: string;
  readonly standing: 'open' | 'upheld' | 'notUpheld'; readonly replyNo?: string;
};

/** Sums in fen. */
export type Claim = {
  readonly programme: string; readonly programmeVersion: number;
  /** The version that governs its day of entitlement, with its terms as they were approved; none where the programme stood as it first was. */
  readonly governedBy?: Governing | null;
  readonly applicant: string; readonly applicantName: string;
  readonly entitlementDate: Day;
  /** Year of entitlement. */
  readonly year: number;
  readonly backlogReason?: string;
  readonly amountClaimed: number;
  readonly spouse?: Given<'spouse'>; readonly marriage?: Given<'marriage'>; readonly quotaDocument?: Given<'quotaDocument'>; readonly certificate?: Given<'certificate'>;
  readonly accountHolder: string; readonly bankName: string; readonly accountType: string; readonly accountNo: string;
  /** A message is sent to it when the claim is paid; none where none is wanted. */
  readonly tellByText?: boolean; readonly textPhone?: string | null;
  readonly filedOn?: Day;
  readonly papers?: Given<'papers'>;
  readonly consentSensitive?: string; readonly consentTransfer?: string; readonly consentNotice?: string;
  readonly minutes?: Given<'minutes'>;
  readonly villageNotice?: Notice; readonly townNotice?: Notice;
  /** The notice it is gathered into, and what that may read of it. */
  readonly notice?: string | null; readonly posting?: PublicLine | null;
  readonly objections?: readonly Objection[];
  readonly returned?: { readonly reason: string; readonly items: readonly { item: Item; note: string }[]; readonly reminded: boolean };
  readonly returnedReason?: string;
  readonly refusal?: { readonly step: State; readonly reason: string; readonly ground: string };
  readonly appealGrounds?: string;
  readonly proofs?: Given<'proofs'>; readonly visit?: Given<'visit'>;
  /** What the eligibility rules said when the town checked. */
  readonly eligibility?: readonly Met[];
  /** All the claim is entitled to. */
  readonly entitled?: number;
  /** What this round pays, and by tier. Frozen when the reviewer passes. */
  readonly amount?: number;
  readonly shares?: Readonly<Record<string, number>>;
  readonly batch?: string | null;
  /** Year whose budget lines the present batch takes from. */
  readonly budgetYear?: number;
  readonly failedIn?: string; readonly failedCause?: string;
  readonly paidIn?: string; readonly paidOn?: Day; readonly paidFen?: number;
  /** Paid in all rounds together, and by which budget lines. */
  readonly paid?: number;
  readonly paidFrom?: Readonly<Record<string, number>>;
  /** Who approved each tier's share, and in which round: the village by its vote, the town by the head, the district by its confirmation. */
  readonly shareApprovals?: Readonly<Record<string, { readonly by: string; readonly on: Day; readonly round: number }>>;
  /** When the account was last changed, and last held against its proof. */
  readonly accountChangedOn?: Day; readonly accountCheckedOn?: Day;
  readonly reopened?: { readonly ground: string; readonly facts: string };
  readonly revocation?: { readonly ground: string; readonly facts: string; readonly hearing: Given<'hearing'>; readonly fen: number };
  readonly recovered?: number;
  /** The latest receipt of a recovery. */
  readonly lastReceived?: number;
};

/** A fact is null where it could not be asked yet, or nothing answered. */
export type Facts = {
  readonly applicant: Entry | null;
  /** Approved versions of the programme. */
  readonly versions: readonly Rolled[] | null;
  readonly related: boolean | null;
  readonly duplicates: Tally | null;
  /** Yearly reviews by which the applicant left the programme. */
  readonly exits: Tally | null;
  readonly batchCase: OtherCase | null;
  readonly noticeCase: OtherCase | null;
  readonly openNotices: Tally | null;
  readonly openBatches: Tally | null;
  readonly districtLeft: number | null;
  readonly townLeft: number | null;
  readonly villageLeft: number | null;
};

export const { arrow, reading, define } = wordsFor<Claim, Fields, Facts>();
export type Asked<K extends keyof Facts = never> = Question<Claim, Fields, Pick<Facts, K>>;
export type ClaimCase = Case<Claim>;
export type Patch = Partial<Claim>;
