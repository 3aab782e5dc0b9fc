/** A small town whose month of verification has been opened: the cast of the verification stories. */
import { childId } from '../../workflows/kit/ids.ts';
import type { TownSample } from '../../workflows/office/sampling.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { verificationCycle } from '../../workflows/verification-cycle/index.ts';
import { makeOffice, type Office } from './office-in-memory.ts';

export const TOWN = '999901101';
export const VILLAGE = '999901101001';
export const CYCLE = 'november';
export const BATCH = childId(CYCLE, VILLAGE);
export const OPENED = '2026-11-02T01:00:00.000Z';
export const TODAY = '2026-11-02';

export const town = makeTown({ scale: 'small' });
/** Nobody of the staff has declared a relation to them. */
const related = new Set(town.relations.map(({ resident }) => resident));
export const residents = town.residents.filter(({ unit, id }) => unit === VILLAGE && !related.has(id));
export const itemOf = (nth: number): string => childId(BATCH, residents[nth]?.id ?? '');

export const seen = { groups: { identity: true, marriage: true, residence: true, contact: true }, method: 'papers', verifiedOn: TODAY };
export const proof = [{ kind: 'signed_form', reference: '已查验原件', seenOn: TODAY }];
export const proposed = (changes: Data): Data => ({ changes, method: 'visit', verifiedOn: TODAY, changedOn: TODAY, evidence: proof });
export const passing = { opinion: '抽查合格，同意通过。' };
export const found = (result: 'right' | 'wrong', wrong?: readonly string[]): Data => ({ found: result, ...(wrong && { wrong }), how: 'phone', checkedOn: TODAY });
export const moved = { residenceAddress: '柳岸社区9楼9号' };

export const emptyOffice = (): Office => makeOffice({ workflows: [verificationCycle, verificationBatch, recordVerification], town, at: OPENED });

export const openMonth = (): Office => {
  const office = emptyOffice();
  office.open('town1', 'verification-cycle', { id: CYCLE, unit: TOWN, data: { month: '2026-11', kind: 'full' } });
  return office;
};

export const startedMonth = (): Office => {
  const office = openMonth();
  office.send('village01', BATCH, 'start');
  return office;
};

/** The village verifies whatever is still pending, and hands in. */
export const handIn = (office: Office): void => {
  for (const { id, parent } of office.list('record-verification', ['pending'])) if (parent === BATCH) office.send('village01', id, 'confirmSame', seen);
  office.send('village01', BATCH, 'submit', { note: '已自查' });
  office.send('town1', BATCH, 'takeUp');
};

export const drawnIn = (office: Office): readonly string[] => (office.get(BATCH).data.townSample as TownSample).drawn;
/** Somebody of the town who had no hand in it looks at what was drawn; so many are wrong. */
export const lookAt = (office: Office, wrong = 0): void => drawnIn(office).forEach((id, i) => {
  const looked = ['town3', 'town4', 'reviewer3'].map((by) => office.send(by, id, 'townCheck', i < wrong ? found('wrong', ['contact']) : found('right'))).some(({ accepted }) => accepted);
  if (!looked) throw new Error(`Nobody may look at ${id}, which stands at ${office.get(id).state}`);
});
