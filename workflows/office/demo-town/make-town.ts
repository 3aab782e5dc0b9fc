/** The synthetic town: the same seed gives the same units, staff, register and planted errors, to the letter. */
import { demoUnits, villagesOf } from '../units.ts';
import { groundOf } from './ground.ts';
import { makeHomes, settle } from './homes.ts';
import { fullMakeUp, sampleMakeUp, smallMakeUp, villageStands } from './make-up.ts';
import { drawPeople } from './people.ts';
import { plant } from './plant.ts';
import { quirk } from './quirks.ts';
import { randomFrom } from './random.ts';
import { penFrom, writeRegister } from './register.ts';
import { funds, declareRelations, makeStaff } from './staff.ts';
import type { Town } from './town.ts';

export const DEMO_SEED = 6_092;
const DEMO_TOWN = '999901101';

const makeUps = { full: fullMakeUp, sample: sampleMakeUp, small: smallMakeUp } as const;

/** All units and staff; `full` has 6,092 residents in 18 villages, `sample` 20 in each of them, `small` 60 in the first three. */
export const makeTown = ({ scale = 'full', seed = DEMO_SEED }: { scale?: keyof typeof makeUps; seed?: number } = {}): Town => {
  const makeUp = makeUps[scale];
  const random = randomFrom(seed);
  const villages = villagesOf(demoUnits, DEMO_TOWN);
  const passed = new Set(villageStands.filter((one) => one.stand === 'passed').map((one) => one.unit));

  const settled = settle(makeHomes(drawPeople(makeUp, random), random), makeUp.villages, random);
  const pen = penFrom(random);
  const register = writeRegister(settled, villages, pen);
  const ground = groundOf(register, villages, passed, pen);
  const planted = plant(ground, scale === 'full' ? 'full' : 'small');
  quirk(ground, makeUp);

  return {
    units: demoUnits, staff: makeStaff(demoUnits, randomFrom(seed + 1)), ...register,
    relations: declareRelations(demoUnits, register.residents), funds, planted,
  };
};
