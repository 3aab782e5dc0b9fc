/** What differs in a register without being wrong: no telephone, no number yet, registered elsewhere, names alike. */
import { codes } from '../codes.ts';
import type { Ground, Row } from './ground.ts';
import type { MakeUp } from './make-up.ts';
import { soundingLike } from './names.ts';
import { addressIn } from './register.ts';

const NAMED_ALIKE = 0.015;

/** Two with one name, then two whose names sound the same, in turn; never of one age, who might be taken for one person. */
const nameAlike = (rows: readonly Row[], pairs: number): void => {
  let made = 0;
  for (let i = 0; made < pairs && i + 1 < rows.length; i += 2) {
    const [a, b] = [rows[i], rows[i + 1]];
    const name = a && (made % 2 === 0 ? a.name : soundingLike(a.name));
    if (!a || !b || !name || a.birthDate === b.birthDate) continue;
    b.name = name;
    made += 1;
  }
  if (made < pairs) throw new RangeError(`Only ${made} of ${pairs} pairs of names alike`);
};

export const quirk = (ground: Ground, makeUp: MakeUp): void => {
  const { random, register, villages, anywhere } = ground;
  const rows = anywhere.rows();
  const someOf = (count: number): Row[] => random.shuffled(rows).slice(0, count);

  for (const row of someOf(makeUp.withoutPhone)) row.phone = null;
  for (const row of someOf(makeUp.withoutId - register.residents.filter((one) => one.idNumber === null).length)) {
    row.idNumber = null;
    row.idMissingReason = random.pick(codes.idMissing.codes);
  }
  for (const row of someOf(makeUp.livingElsewhere)) {
    const home = random.pick(villages.filter((one) => one.id !== row.unit));
    row.hukouUnit = home.id;
    row.hukouAddress = addressIn(home, 1 + random.below(9), 1 + random.below(30));
  }
  nameAlike(random.shuffled(rows), Math.max(1, Math.round((register.residents.length * NAMED_ALIKE) / 2)));
};
