/** The posts people hold in the office, and at which level of the units each is held. */
import type { Post, Text } from '../kit/words.ts';

export type PostLevel = 'village' | 'town' | 'district' | 'office';
export type PostInfo = { readonly post: Post; readonly name: Text; readonly level: PostLevel };

export const posts = [
  { post: 'village_clerk', name: { zh: '村居专干', en: 'Village clerk' }, level: 'village' },
  { post: 'town_clerk', name: { zh: '镇经办', en: 'Town clerk' }, level: 'town' },
  { post: 'reviewer', name: { zh: '审核员', en: 'Reviewer' }, level: 'town' },
  { post: 'finance', name: { zh: '镇财政经办', en: 'Town finance' }, level: 'town' },
  { post: 'town_head', name: { zh: '分管领导', en: 'Town head' }, level: 'town' },
  { post: 'district_officer', name: { zh: '区级主管部门', en: 'District officer' }, level: 'district' },
  { post: 'auditor', name: { zh: '监督审计', en: 'Auditor' }, level: 'town' },
  { post: 'privacy_officer', name: { zh: '个人信息保护负责人', en: 'Privacy officer' }, level: 'town' },
  { post: 'edu_guide', name: { zh: '早教指导员', en: 'Early-education guide' }, level: 'village' },
  { post: 'admin', name: { zh: '系统管理员', en: 'Administrator' }, level: 'office' },
  { post: 'clock', name: { zh: '系统时钟', en: 'The clock' }, level: 'office' },
] as const satisfies readonly PostInfo[];

export type PostName = (typeof posts)[number]['post'];

/** Posts of the town and its villages in which casework is done. */
export const WORKING_POSTS = ['village_clerk', 'town_clerk', 'reviewer', 'finance', 'town_head', 'privacy_officer'] as const satisfies readonly PostName[];

/** Posts that answer for the work of others, and look at all of it. */
export const OVERSEEING_POSTS = ['town_head', 'reviewer', 'auditor', 'town_clerk'] as const satisfies readonly PostName[];

/** Posts that answer for money, or look on. */
export const MONEY_POSTS = ['finance', 'town_head', 'district_officer', 'auditor'] as const satisfies readonly PostName[];

const byPost = new Map<Post, PostInfo>(posts.map((one) => [one.post, one]));

/** The post in words; an unknown post is shown by its own name. */
export const postName = (post: Post): Text => byPost.get(post)?.name ?? { zh: post, en: post };
