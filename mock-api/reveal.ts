/** Sealed fields of a case, for those alone who may take the step that needs them now, with a reason. */
import type { Request, Response } from 'json-server';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case } from '../workflows/kit/words.ts';
import { errorsIn } from './outward.ts';
import type { Mock } from './office.ts';
import { langOf } from './session.ts';

const REASON = { zh: '请写明查看理由（至少4个字）', en: 'Say why you need to see it, in at least 4 characters' };
const UNKNOWN = { zh: '所选项目不是可查看的密封项', en: 'These are not sealed fields that can be shown' };

export const revealIn = async ({ store, offersTo }: Mock, { name, revealed }: Workflow, person: string, one: Case, request: Request, response: Response) => {
  const { fields, reason } = (request.body ?? {}) as { fields?: unknown; reason?: unknown };
  if (!Array.isArray(fields) || fields.length === 0 || typeof reason !== 'string') return response.status(400).json({ reason: 'unreadable' });
  if (!revealed) return response.status(404).json({ reason: 'not-found' });
  const { offers } = await offersTo(person, one);
  if (!offers.some(({ type }) => revealed.to.includes(`${one.state}.${type}`))) return response.status(403).json({ reason: 'not-yours' });
  const errors = { ...([...reason.trim()].length < 4 && { reason: REASON }), ...(fields.some((field) => !revealed.fields.includes(String(field))) && { fields: UNKNOWN }) };
  if (Object.keys(errors).length > 0) return response.status(422).json({ errors: errorsIn(langOf(request), errors) });
  const values = revealed.of(one);
  store.reads.push({ person, at: store.now, resource: `${name}/reveal`, id: one.id, fields: fields.map(String), reason });
  return response.json({ values: Object.fromEntries(fields.map((field) => [String(field), values[String(field)] ?? null])) });
};
