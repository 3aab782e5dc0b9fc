/** What a file costs: a PDF of 20 MB up and down, a photograph of 12 megapixels written anew, eight people at once. `OFFICE_AT` names an office that is open already. */
import { Transformer } from '@napi-rs/image';
import { startOffice } from '../e2e/office.ts';
import { pdf } from '../files/samples.ts';

const ROUNDS = 5;
const [WIDTH, HEIGHT] = [4_032, 3_024];
const TOGETHER = 8;

/** Textured, as a page photographed on a table is; no two alike. */
const photograph = async (): Promise<Buffer> => {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  const [seed, shift] = [Math.floor(Math.random() * 200), 1 + Math.floor(Math.random() * 7)];
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) pixels.set([(x >> 4) + ((x * y) & 15), (y >> 4) + ((x ^ (y << shift)) & 15), seed + ((x * 7) & 31)], (y * WIDTH + x) * 4);
  }
  return Transformer.fromRgbaPixels(pixels, WIDTH, HEIGHT).jpeg(90);
};

const open = process.env['OFFICE_AT'];
const office = open ? { base: open, stop: () => Promise.resolve() } : await startOffice();
const session = await fetch(`${office.base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'village01', password: 'demo-2026' }) });
const cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
};
const upload = async (content: Buffer): Promise<{ id: string; bytes: number }> => {
  const answer = await fetch(`${office.base}/api/files`, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'bench' }, body: new Uint8Array(content) });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string; bytes: number };
};
const download = async (id: string): Promise<number> => (await (await fetch(`${office.base}/api/files/${id}/content`, { headers: { cookie } })).arrayBuffer()).byteLength;
const megabytesHeld = async (): Promise<number> => Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(`${office.base}/metrics`)).text())?.[1]) / 1e6);
const median = (values: readonly number[]): number => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

const before = await megabytesHeld();
const [up, down, anew]: [number[], number[], number[]] = [[], [], []];
let kept = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const content = pdf(19_999_000);
  const brought = await timed(() => upload(content));
  const read = await timed(() => download(brought.value.id));
  if (read.value !== content.length) throw new Error('What came back is not what was brought.');
  up.push(brought.ms);
  down.push(read.ms);
}
const one = await photograph();
for (let round = 0; round < ROUNDS; round += 1) {
  const written = await timed(() => upload(one));
  anew.push(written.ms);
  kept = written.value.bytes;
}
const contents = Array.from({ length: TOGETHER }, () => pdf(19_999_000));
const together = await timed(() => Promise.all(contents.map(upload)));
process.stdout.write([
  '| | |', '| --- | --- |',
  `| a PDF of 20 MB brought, its answer on disk | ${median(up)} ms |`, `| the same read | ${median(down)} ms |`,
  `| a photograph of 12 megapixels (${(one.length / 1e6).toFixed(1)} MB) written anew, ${Math.round(kept / 1e3)} KB kept | ${median(anew)} ms |`,
  `| ${TOGETHER} people bring 20 MB each at once | ${Math.round(together.ms)} ms |`, `| memory of the server before and after | ${before} MB, ${await megabytesHeld()} MB |`, '',
].join('\n'));
await office.stop();
