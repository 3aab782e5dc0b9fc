/** Every route of an office that stands, and the few of one that is still to be made. */
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { stepClock } from '../use-cases/run-due.ts';
import { bulkRoutes } from './bulk.ts';
import { caseRoutes } from './cases.ts';
import { clockRoutes } from './clock.ts';
import { disclosureRoutes } from './disclosure.ts';
import { evidenceRoutes } from './evidence.ts';
import { draftRoutes } from './drafts.ts';
import { fileRoutes } from './files.ts';
import { findingRoutes } from './findings.ts';
import { exchangeRoutes } from './exchange.ts';
import { healthRoutes } from './health.ts';
import type { OfficeKind } from './health.ts';
import { importRoutes } from './imports.ts';
import { inboxRoutes } from './inbox.ts';
import { keyRoutes } from './keys.ts';
import { ledgerRoutes } from './ledger.ts';
import { openApiRoutes } from './openapi.ts';
import { paperRoutes } from './papers.ts';
import { publicCertificateRoutes } from './public-certificates.ts';
import { posterRoutes } from './posters.ts';
import { recordRoutes } from './records.ts';
import { registerRoutes } from './registers.ts';
import { reportRoutes } from './reports.ts';
import { sessionRoutes } from './session.ts';
import { setUpRoutes } from './setup.ts';
import { sittingRoutes } from './sittings.ts';
import { unitRoutes } from './units.ts';
import { workbookRoutes } from './workbooks.ts';
import { workflowRoutes } from './workflows.ts';

export const officeRoutes = (app: FastifyInstance, office: Office, kind: OfficeKind): void => {
  openApiRoutes(app, office.workflows);
  healthRoutes(app, office, kind, false);
  sessionRoutes(app, office);
  unitRoutes(app, office);
  registerRoutes(app, office);
  recordRoutes(app, office);
  workflowRoutes(app, office);
  clockRoutes(app, office, stepClock);
  inboxRoutes(app, office);
  bulkRoutes(app, office);
  keyRoutes(app, office);
  draftRoutes(app, office);
  importRoutes(app, office);
  workbookRoutes(app, office);
  findingRoutes(app, office);
  ledgerRoutes(app, office);
  exchangeRoutes(app, office);
  disclosureRoutes(app, office);
  fileRoutes(app, office);
  sittingRoutes(app, office);
  caseRoutes(app, office);
  reportRoutes(app, office);
  evidenceRoutes(app, office);
  paperRoutes(app, office);
  publicCertificateRoutes(app, office, kind);
  posterRoutes(app, office, kind);
};

/** `made` is told when somebody has set the office up. */
export const beforeOfficeRoutes = (app: FastifyInstance, { db }: Pick<Office, 'db'>, token: string, made: () => void): void => {
  openApiRoutes(app, []);
  healthRoutes(app, { db, district: '', clock: 'system' }, 'empty', true);
  setUpRoutes(app, { db }, token, made);
};
