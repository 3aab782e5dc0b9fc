/** Stops with one sentence where npm found no Node 24; plain CommonJS, so that any older Node can say it. */
const [major] = process.versions.node.split('.');
if (Number(major) < 24) {
  process.stderr.write(`This needs Node 24 and found ${process.versions.node}. On Linux and Windows npm brings it (run npm ci without --omit=optional); elsewhere install it from https://nodejs.org.\n`);
  process.exit(1);
}
