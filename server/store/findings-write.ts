/** Findings as they are written: what is found again keeps its state, what is not found any more is gone. */
import type { Instant } from '../../workflows/kit/words.ts';
import type { Statement, Tx } from './transaction.ts';

/** One finding, ready for the table. `fields`: those whose change may mend it. `acted_on`: the day of what was done, for findings about acts. */
export type FoundRow = {
  readonly id: string; readonly rule: string; readonly level: string; readonly unit: string; readonly units: readonly string[]; readonly residents: readonly string[];
  readonly field: string | null; readonly fields: readonly string[]; readonly occasion: string | null; readonly params: Readonly<Record<string, string | number>>; readonly acted_on: string | null;
};

const lockFor = (kind: string): Statement => ({ name: `checks-lock${kind}`, text: `select pg_advisory_xact_lock${kind}(hashtextextended($1 || ':checks', 6092))` });
const shared = lockFor('_shared');
const alone = lockFor('');

/** Savings go side by side; a page of a run goes alone, else it could write down what a saving has just mended. */
export const lockChecks = (tx: Tx, district: string, who: 'saving' | 'run'): void => tx.say(who === 'run' ? alone : shared, [district]);

const upsert: Statement = {
  name: 'upsert-findings',
  text: `insert into findings (district, id, rule, level, unit, units, residents, field, fields, occasion, params, acted_on, state, found_at, seen_at)
    select $1, r.id, r.rule, r.level, r.unit, r.units, r.residents, r.field, r.fields, r.occasion, r.params, r.acted_on, 'open', $3::timestamptz, clock_timestamp()
    from jsonb_populate_recordset(null::findings, $2::jsonb) r order by r.id
    on conflict (district, id) do update set seen_at = excluded.seen_at, unit = excluded.unit, units = excluded.units, params = excluded.params, fields = excluded.fields, gone_at = null,
      found_at = case when findings.state = 'gone' then excluded.found_at else findings.found_at end,
      state = case when findings.state <> 'gone' then findings.state when findings.suppressed_by is null then 'open' else 'suppressed' end`,
};

/** What was put aside with a reason and comes back unchanged stays aside. `at`: the office's time. */
export const writeFindings = (tx: Tx, district: string, at: Instant, found: readonly FoundRow[]): void => {
  if (found.length > 0) tx.say(upsert, [district, JSON.stringify(found), at]);
};

const dropAbout: Statement = {
  name: 'drop-findings-about',
  text: `update findings set state = 'gone', gone_at = $5::timestamptz
    where district = $1 and rule = any($2::text[]) and residents && $3::text[] and state <> 'gone' and not id = any($4::text[])`,
};

/** Of these rules, about any of these residents: whatever is not among those found is gone. */
export const dropFindings = (tx: Tx, district: string, at: Instant, rules: readonly string[], residents: readonly string[], found: readonly string[]): void => {
  if (rules.length > 0 && residents.length > 0) tx.say(dropAbout, [district, rules, residents, found, at]);
};

const dropUnseen: Statement = {
  name: 'drop-findings-unseen',
  text: `update findings set state = 'gone', gone_at = $3::timestamptz where district = $1 and seen_at < $2::timestamptz and state <> 'gone' and (acted_on is null or acted_on >= $4)`,
};

/** What a whole run did not come upon again; acts before the day it looked back to are not its business. */
export const dropUnseenSince = (tx: Tx, district: string, at: Instant, began: Date, lookedBackTo: string): void => tx.say(dropUnseen, [district, began, at, lookedBackTo]);
