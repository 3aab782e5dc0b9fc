/** Under which words of the table the checks find entries that share a key: sealed values by blind indexes, the rest as it stands. */

/** Alike in name, date of birth and sex. */
export const TWIN = `(name || ' ' || coalesce(birth_date::text, '') || ' ' || sex::text) collate "C"`;

/** By rule; entries of one household are read together anyway. */
const expressions: Readonly<Record<string, string>> = { D20: 'id_index', D21: TWIN, D22: 'id_index', D23: 'account_index', D24: 'phone_index', D26: 'household' };

/** Throws for a rule whose key nobody indexed. */
export const keyExpression = (rule: string): string => {
  const found = expressions[rule];
  if (found === undefined) throw new Error(`The register has no index for the key of ${rule}.`);
  return found;
};
