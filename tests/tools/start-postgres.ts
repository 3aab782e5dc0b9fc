/** Stands in for a server in tests that kill one: starts a private PostgreSQL, says where, and stays until told to stop. */
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';

const postgres = await startPrivatePostgres(process.argv[2] ?? '').catch((error: unknown) => {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.message : String(error) })}\n`);
  process.exit(1);
});
process.stdout.write(`${JSON.stringify({ url: postgres.url })}\n`);
process.stdin.on('end', () => void postgres.stop().then(() => process.exit(0)));
process.stdin.resume();
