/** Phrases that opinions of each post usually hold; they are written into files, so they stand in Chinese alone. */
import type { Post } from '../kit/words.ts';
import type { PostName } from './posts.ts';

const phrases: Partial<Record<PostName, readonly string[]>> = {
  village_clerk: ['情况属实，同意上报。', '材料齐全，请镇审核。'],
  town_clerk: ['经核查，情况属实，拟同意，请审核。', '材料不全，请补正后重新报送。', '情况属实，请审定。'],
  reviewer: ['经复核，符合条件，拟同意，请领导审定。', '与核查情况不一致，请重新核实。', '同意核查意见。'],
  finance: ['逐笔核对，金额一致。', '账户信息有误，请核对后再报。'],
  town_head: ['同意。', '同意，按程序办理。', '同意上报。', '请核实后再报。', '请补充说明有关情况。'],
  district_officer: ['同意。', '同意拨付。', '请镇里补充材料后再报。'],
};

const byPost: Partial<Record<Post, readonly string[]>> = phrases;

/** Each once, in the order of the posts. */
export const phrasesFor = (posts: readonly Post[]): string[] => [...new Set(posts.flatMap((post) => byPost[post] ?? []))];
