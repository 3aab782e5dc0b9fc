/** The server alone, with whatever panel is built: for development and for process managers. */
import { main } from '../main.ts';

await main();
