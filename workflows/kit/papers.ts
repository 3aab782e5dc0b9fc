/** Papers that are made of a case: which there are, while it stands where, for whom, and what stands on them. Pure. */
import type { Paper } from './document.ts';
import type { Workflow } from './workflow.ts';
import type { Actor, Case, Data, Day, Instant, Lang, Post, State, Text } from './words.ts';

/** A step of the case's log as far as the reader may see it. `name` is null of the clock's; `behalf`: in whose place it was taken. */
export type Told = { readonly version: number; readonly type: string; readonly from: State | null; readonly to: State; readonly at: Instant; readonly name: string | null; readonly behalf: string | null; readonly post: Post; readonly form: Data };

/** `case` and `log` hold what the reader may see: sensitive values stand masked in them, so that no paper can show one. */
export type PaperQuestion<D, F> = {
  readonly case: Case<D>; readonly facts: F; readonly log: readonly Told[];
  /** The unit of the case, and the town that answers for it. */
  readonly unit: Text; readonly town: Text;
  readonly at: Instant; readonly lang: Lang;
  /** Of a paper that certifies: its number, and the address that says whether it is valid. */
  readonly certificate: { readonly number: string; readonly address: string } | null;
};

export type Validity = 'valid' | 'expired' | 'revoked';
/** What a certificate's number tells anybody who asks: no more than is printed, the name masked. */
export type Certifies<D> = {
  readonly standing: (one: Case<D>, today: Day) => Validity;
  readonly holder: (one: Case<D>) => Text;
  readonly title: (one: Case<D>) => Text;
  readonly until: (one: Case<D>) => Day;
};

export type PaperKind<D, F> = {
  readonly name: string;
  readonly title: Text;
  readonly states: readonly State[];
  readonly for: readonly Post[];
  /** Facts of the workflow that it reads. */
  readonly reads?: readonly (keyof F & string)[];
  readonly write: (question: PaperQuestion<D, F>) => Paper;
  readonly certifies?: Certifies<D>;
};

const isOffered = (one: Pick<Case, 'state'>, posts: readonly Post[]) => (kind: Pick<PaperKind<Data, Data>, 'states' | 'for'>): boolean => kind.states.includes(one.state) && kind.for.some((post) => posts.includes(post));

/** The papers that somebody in these posts may have made of a case as it stands, in order. */
export const papersOf = ({ papers = [] }: Workflow, one: Pick<Case, 'state'>, posts: readonly Post[]): readonly PaperKind<Data, Data>[] => papers.filter(isOffered(one, posts));

/** The whole file of a case goes to the archive once the law says how long it is kept there. */
export const archiveOffered = ({ archivists = [], kept = [] }: Workflow, { state }: Pick<Case, 'state'>, posts: readonly Post[]): boolean =>
  kept.some(({ states }) => states.includes(state)) && archivists.some((post) => posts.includes(post));

export type PaperView = { readonly name: string; readonly title: Text; readonly formats: readonly string[] };
export const ARCHIVE: PaperView = { name: 'archive', title: { zh: '归档包', en: 'Archive package' }, formats: ['zip'] };

/** What somebody in these posts may take of a case as it stands. */
export const papersOffered = (workflow: Workflow, one: Pick<Case, 'state'>, posts: readonly Post[]): PaperView[] => {
  const papers = papersOf(workflow, one, posts).map(({ name, title }): PaperView => ({ name, title, formats: ['pdf', 'docx'] }));
  return archiveOffered(workflow, one, posts) ? [...papers, ARCHIVE] : papers;
};

export const postsOf = ({ posts }: Pick<Actor, 'posts'>): Post[] => posts.map(({ post }) => post);

export function* paperProblems({ papers = [], states, facts, archivists, kept }: Workflow, said: (text: Text) => boolean): Generator<string> {
  for (const { name, title, states: at, reads = [], for: posts } of papers) {
    if (!/^[a-z]+(-[a-z]+)*$/.test(name) || name === ARCHIVE.name) yield `paper ${name} must be kebab-case, and not the archive`;
    if (papers.filter((one) => one.name === name).length > 1) yield `paper ${name} is there twice`;
    if (!said(title)) yield `paper ${name} has no title in both languages`;
    if (at.length === 0 || posts.length === 0) yield `paper ${name} is made nowhere, or for nobody`;
    for (const state of at) if (!states[state]) yield `paper ${name}: no state ${state}`;
    for (const fact of reads) if (!facts[fact]) yield `paper ${name} reads ${fact}, which is no fact`;
  }
  if (archivists && !kept?.length) yield 'archivists: nothing says how long a case is kept';
}
