/** Sentences the office prints on its papers, above all what somebody refused may do. */
import type { Text } from '../kit/words.ts';

/** Remedies printed on every refusal, with the law each comes from. */
export const remedies = {
  internalReview: {
    zh: '对本决定有异议的，可自收到之日起15个工作日内向本办申请复核。',
    en: 'If you disagree with this decision you may ask this office for a review within 15 working days of receiving it.',
  },
  /** 行政复议法 Art. 20. */
  reconsideration: {
    zh: '也可自知道本决定之日起60日内依法申请行政复议，或依法提起行政诉讼。',
    en: 'You may also apply for administrative reconsideration within 60 days of learning of the decision, or bring an action in court.',
  },
  /** 信访工作条例 Arts. 34–36. */
  letters: {
    zh: '也可通过信访渠道反映，有关机关应当自受理之日起60日内办结，情况复杂的可延长30日；对答复不服的，可在30日内请求复查。',
    en: 'You may write to or visit the petitions office: it answers within 60 days, in complex matters 30 more, and you may ask for a re-examination within 30 days of the answer.',
  },
} as const satisfies Record<string, Text>;

/** The whole paragraph for a refusal; the phone is that of the office's supervisor. */
export const remedyLines = (supervisorPhone: string): Text[] => [
  remedies.internalReview,
  remedies.reconsideration,
  remedies.letters,
  { zh: `监督电话：${supervisorPhone}`, en: `Supervisor’s telephone: ${supervisorPhone}` },
];

/** Everything that is missing is said at once (一次性告知). */
export const toldAtOnce: Text = {
  zh: '以上为需补正的全部内容，请一次补齐后提交。',
  en: 'This is everything that has to be corrected: please send it all together.',
};

/** Declining to be verified costs nobody anything. */
export const noDisadvantage: Text = {
  zh: '是否接受核实由本人决定，不影响本人及家庭享受任何待遇。',
  en: 'Taking part is up to the person and has no effect on any benefit of the person or the family.',
};
