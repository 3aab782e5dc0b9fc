/** Who may be whose parent in a household, by their relations to its head (GB/T 4761). */

/** Parents of a child, in-laws, step and adoptive ones included. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  '02': ['50', '51', '52', '57', '58'],
  10: ['53', '54', '55', '56'], 11: ['53', '54', '55', '56'], 12: ['53', '54', '55', '56'],
  20: ['02', '10', '11', '12'], 27: ['02', '10', '11', '12'], 30: ['02', '10', '11', '12'], 37: ['02', '10', '11', '12'],
  40: ['20', '27', '28', '30', '37', '38'], 41: ['20', '27', '38'], 42: ['20', '27', '38'], 43: ['28', '30', '37'], 44: ['28', '30', '37'],
  51: ['61', '62'], 52: ['63', '64'],
};
export const isParent = (parent: string, child: string): boolean => PARENTS[child]?.includes(parent) ?? false;

/** Parents by birth as far as the codes say so: of the head and by the head only, since a wife need not be the mother. */
const BY_BIRTH: Readonly<Record<string, readonly string[]>> = { '02': ['51', '52'], 20: ['02'], 30: ['02'] };
export const isParentByBirth = (parent: string, child: string): boolean => BY_BIRTH[child]?.includes(parent) ?? false;
