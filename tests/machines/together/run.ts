/** `npm run search`: everything that can happen to claims, batches, nominations and notices together, with nothing left out. */
import { claimTogether, householdTogether } from './settings.ts';
import { searchTogether } from './search.ts';

const searches = {
  ...Object.fromEntries(['quota-return-award', 'late-marriage-award', 'elder-support', 'special-support'].map((programme) => [programme, () => claimTogether(programme)])),
  'model-household': () => householdTogether(),
};
let found = 0;
for (const [name, make] of Object.entries(searches)) {
  const started = performance.now();
  const { situations, tries, complete, wrong, mistaken } = searchTogether(make());
  found += wrong.length + mistaken.length + (complete ? 0 : 1);
  process.stdout.write(`${name}: ${situations} situations, ${tries} tries, ${complete ? 'complete' : 'NOT complete'}, ${((performance.now() - started) / 1000).toFixed(0)} s\n${[...wrong, ...mistaken].map((one) => `  RED ${one}\n`).join('')}`);
}
process.exit(found === 0 ? 0 : 1);
