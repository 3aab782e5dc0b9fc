/** Who is signed in, and which doors the panel shows them; the server alone decides. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Behalf, Post, PostAtUnit, Substitution } from '../../workflows/kit/words.ts';

/** A post held today for somebody who is away, in some processes. */
export type StandFor = Pick<Substitution, 'case' | 'post' | 'unit' | 'workflows' | 'from' | 'until'> & { readonly behalf: Behalf };
export type Me = { readonly id: string; readonly fullName: string; readonly posts: readonly PostAtUnit[]; readonly standsFor?: readonly StandFor[] };

export const holdsAny = (me: Me, posts: readonly Post[]): boolean => me.posts.some(({ post }) => posts.includes(post));

/** The same in one process, posts held for others included. */
export const postsIn = (me: Me, process: string): PostAtUnit[] => [...me.posts, ...(me.standsFor ?? []).filter(({ workflows }) => workflows.includes(process))];
export const actsAs = (me: Me, posts: readonly Post[], process: string): boolean => postsIn(me, process).some(({ post }) => posts.includes(post));

export const mayRead = (me: Me, workflow: Workflow): boolean => actsAs(me, readersOf(workflow), workflow.name);

/** Cases born by another case are opened by nobody. */
export const mayOpen = (me: Me, workflow: Workflow): boolean => actsAs(me, workflow.open.who, workflow.name);

/** Neither running the system nor teaching parents is a reason to read the register. */
export const mayReadRegister = (me: Me): boolean => me.posts.some(({ post }) => post !== 'admin' && post !== 'edu_guide');
