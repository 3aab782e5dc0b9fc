/** Who is signed in, and which doors the panel shows them; the server alone decides. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Post, PostAtUnit } from '../../workflows/kit/words.ts';

export type Me = { readonly id: string; readonly fullName: string; readonly posts: readonly PostAtUnit[] };

export const holdsAny = (me: Me, posts: readonly Post[]): boolean => me.posts.some(({ post }) => posts.includes(post));

export const mayRead = (me: Me, workflow: Workflow): boolean => holdsAny(me, readersOf(workflow));

/** Cases born by another case are opened by nobody. */
export const mayOpen = (me: Me, workflow: Workflow): boolean => holdsAny(me, workflow.open.who);

/** Neither running the system nor teaching parents is a reason to read the register. */
export const mayReadRegister = (me: Me): boolean => me.posts.some(({ post }) => post !== 'admin' && post !== 'edu_guide');
