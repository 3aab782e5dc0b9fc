/** Tells every story through one door. */
import { describe, test } from 'vitest';
import type { Instant } from '../../workflows/kit/words.ts';
import type { StoryDoor } from '../doors/story-door.ts';
import type { Story } from './story.ts';
import { tellStory } from './teller.ts';

/** Stories that are told in one office, which stands at `at` when the first begins. */
export type Chapter = { readonly title: string; readonly at: Instant; readonly stories: readonly Story[] };

/** `enter` opens an office that stands at the given moment. */
export const tellAll = (name: string, chapters: readonly Chapter[], enter: (at: Instant) => Promise<StoryDoor>): void => {
  for (const [c, chapter] of chapters.entries()) {
    describe(`${chapter.title}, at the ${name}`, () => {
      let door: Promise<StoryDoor> | undefined;
      for (const [s, story] of chapter.stories.entries()) test(`${story.title}`, { timeout: 300_000 }, async () => tellStory(await (door ??= enter(chapter.at)), `story-${c}-${s}`, story));
    });
  }
};
