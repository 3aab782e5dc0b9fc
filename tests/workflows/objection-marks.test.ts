/** What one reviewer says of an objection stays theirs until the other has said it too; what was settled is read by all. */
import { describe, expect, test } from 'vitest';
import { isUnseen } from '../../workflows/kit/blind.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { tale } from './claim-stories.ts';

const QUOTA = 'quota-return-award';
type Told = ReturnType<typeof tale>;

const objected = (times = 1): Told => {
  const told = tale();
  told.begin(QUOTA, 'villageNotice');
  for (let n = 0; n < times; n += 1) told.tell('village01', 'c1', 'object');
  return told;
};
/** Whose marks are kept from a reader, in their order. */
const unseenBy = ({ office }: Told, reader: string): string[] => {
  const one = office.get('c1');
  return one.memory.done.flatMap(({ step, by }, i) => {
    const [from = '', type = ''] = step.split('.');
    return isUnseen(benefitClaim, one, { version: i + 1, type, from, by }, reader) ? [by] : [];
  });
};

describe('a reviewer’s word on an objection', () => {
  test('is nobody else’s to read before the second is given, and everybody’s afterwards', () => {
    const told = objected();
    told.tell('reviewer1', 'c1', 'judgeObjection');
    expect([unseenBy(told, 'reviewer1'), unseenBy(told, 'reviewer2'), unseenBy(told, 'head1'), unseenBy(told, 'town1')]).toEqual([[], ['reviewer1'], ['reviewer1'], ['reviewer1']]);
    told.tell('reviewer2', 'c1', 'judgeObjection');
    expect(unseenBy(told, 'reviewer3')).toEqual([]);
  });
  test('is read while the next objection is judged, for its answer is to be written', () => {
    const told = objected(2);
    told.tell('reviewer1', 'c1', 'judgeObjection');
    told.tell('reviewer2', 'c1', 'judgeObjection');
    expect([told.state('c1'), unseenBy(told, 'town1')]).toEqual(['objection', []]);
    told.tell('reviewer3', 'c1', 'judgeObjection');
    expect(unseenBy(told, 'town1')).toEqual(['reviewer3']);
  });
  test('is kept, where nothing came of it, from who judges the whole anew', () => {
    const told = objected();
    told.tell('reviewer1', 'c1', 'judgeObjection');
    told.tell('town1', 'c1', 'suspend');
    expect([told.state('c1'), unseenBy(told, 'reviewer2'), unseenBy(told, 'reviewer1')]).toEqual(['suspended', ['reviewer1'], []]);
    told.tell('town1', 'c1', 'resume');
    expect([told.state('c1'), unseenBy(told, 'reviewer2')]).toEqual(['objection', ['reviewer1']]);
    told.tell('reviewer2', 'c1', 'judgeObjection');
    told.tell('reviewer3', 'c1', 'judgeObjection');
    expect(unseenBy(told, 'reviewer1')).toEqual([]);
  });
  test('is read where the claim came to its end without it', () => {
    const told = objected();
    told.tell('reviewer1', 'c1', 'judgeObjection');
    told.tell('village01', 'c1', 'withdraw');
    expect([told.state('c1'), unseenBy(told, 'auditor')]).toEqual(['withdrawn', []]);
  });
});
