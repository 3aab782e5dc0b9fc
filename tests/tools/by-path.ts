/** Test files in the order of their paths: the same on every machine and every time, so that what one story leaves behind for the next does not vary. Those of projects that run side by side are mixed evenly. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const byPath = (a: TestSpecification, b: TestSpecification): number => (a.moduleId < b.moduleId ? -1 : 1);

export class ByPath extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const shares = new Map<TestSpecification, number>();
    for (const ofProject of Map.groupBy(files, ({ project }) => project.name).values()) ofProject.toSorted(byPath).forEach((file, i) => shares.set(file, i / ofProject.length));
    return Promise.resolve(files.toSorted((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0) || byPath(a, b)));
  }
}
