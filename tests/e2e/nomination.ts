/** The story of a nomination, in whatever language its cast works. */
import type { Cast } from './cast.ts';

const WORKFLOW = 'model-household';

/** From the village's draft to the district; gives the case's id. */
export const nominate = async (cast: Cast): Promise<string> => {
  const id = await cast.opens('village03', WORKFLOW);
  const takes = (user: string, event: string, state: string): Promise<void> => cast.takes(user, WORKFLOW, id, event, state);
  await takes('village03', 'submit', 'villageReview');
  await takes('village03', 'recordVote', 'villageNoticeDraft');
  await takes('village03', 'draftNotice', 'villageNoticeDraft');
  await takes('town1', 'release', 'villageNotice');
  await takes('village03', 'recordPosting', 'villageNotice');
  await cast.waits(WORKFLOW, id, 'townCheck');
  await takes('town2', 'pass', 'panelScoring');
  await takes('reviewer1', 'score', 'panelScoring');
  await takes('reviewer2', 'score', 'panelScoring');
  await takes('reviewer3', 'score', 'scored');
  await takes('town3', 'rank', 'townNoticeDraft');
  await takes('town3', 'draftNotice', 'townNoticeDraft');
  await takes('town4', 'release', 'townNotice');
  await takes('town3', 'recordPosting', 'townNotice');
  await cast.waits(WORKFLOW, id, 'headSignoff');
  await takes('head1', 'sign', 'recommended');
  await takes('town1', 'forward', 'forwarded');
  return id;
};
