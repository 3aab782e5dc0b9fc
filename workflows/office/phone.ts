/** Telephone numbers as the office takes them down; a phone never identifies anybody. */

export type PhoneKind = 'mobile' | 'landline' | 'demo';

/** Full-width to half-width, spaces and a leading +86 away. */
export const normalisePhone = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').replace(/^(\+|00)86/, '');

/** `100` and eight digits is no mobile range: the demo town's numbers, known in demo mode only. Null for no number at all. */
export const phoneKind = (phone: string, { demo = false }: { demo?: boolean } = {}): PhoneKind | null => {
  if (/^1[3-9]\d{9}$/.test(phone)) return 'mobile';
  if (/^0\d{2,3}-?\d{7,8}$/.test(phone)) return 'landline';
  return demo && /^100\d{8}$/.test(phone) ? 'demo' : null;
};
