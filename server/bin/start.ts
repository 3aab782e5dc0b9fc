/** `npm start`: the panel and its API on one port. */
import { ensurePanel } from './panel.ts';

if (!ensurePanel()) process.exit(1);
const { main } = await import('../main.ts');
await main();
