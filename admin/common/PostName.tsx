/** A post, or several, in the reader's language. */
import type { Post } from '../../workflows/kit/words.ts';
import { postNames } from '../case/standing.ts';
import { useText } from '../i18n/text.ts';

export const PostName = ({ posts }: { posts: readonly Post[] }) => <span>{useText()(postNames(posts))}</span>;
