/** What may be shown of personal data on notices, lists and logs. */

export type MaskKind = 'name' | 'id' | 'phone' | 'account' | 'address';

const stars = (n: number): string => '*'.repeat(Math.max(0, n));

/** Everything but the last characters; a value too short to hide behind them is hidden whole. */
const lastOnly = (value: string, shown: number): string =>
  value.length > shown ? stars(value.length - shown) + value.slice(-shown) : stars(value.length);

/** 张三 → 张*, 张小华 → 张*华, 欧阳小华 → 欧**华. Counts code points, so that 𠮷 is never cut in two. */
export const maskName = (name: string): string => {
  const letters = [...name];
  if (letters.length < 2) return stars(letters.length);
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${stars(letters.length - 2)}${letters.at(-1)}`;
};

/** `**************0022`. */
export const maskId = (id: string): string => lastOnly(id, 4);

/** `138****5678`; of a landline the last four digits. */
export const maskPhone = (phone: string): string => (/^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : lastOnly(phone, 4));

/** The last four digits. */
export const maskAccount = (account: string): string => lastOnly(account, 4);

/** `z***@example.cn`: whose it is, not what it is. */
export const maskMail = (address: string): string => {
  const [name = '', host = ''] = address.split('@');
  return `${[...name][0] ?? ''}***@${host}`;
};

/** The village or community only, never group or door. */
export const maskAddress = (address: string): string => `${/^.*?(?:社区|村)/u.exec(address)?.[0] ?? ''}****`;

const masks: Record<MaskKind, (value: string) => string> = {
  name: maskName, id: maskId, phone: maskPhone, account: maskAccount, address: maskAddress,
};

export const mask = (kind: MaskKind, value: string): string => masks[kind](value);

export type NamedPerson = { readonly name: string; readonly idNumber: string | null };

/** Names for one public list, in its order; where two would read alike the last four of the ID number tell them apart. */
export const maskNames = (people: readonly NamedPerson[]): string[] => {
  const masked = people.map((one) => maskName(one.name));
  const seen = new Map<string, number>();
  for (const name of masked) seen.set(name, (seen.get(name) ?? 0) + 1);
  return people.map(({ idNumber }, i) => {
    const name = masked[i] ?? '';
    return (seen.get(name) ?? 0) > 1 && idNumber ? `${name}(****${idNumber.slice(-4)})` : name;
  });
};
