/** Test files in the order of their paths: the same on every machine and every time, so that what one story leaves behind for the next does not vary. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

export class ByPath extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
  }
}
