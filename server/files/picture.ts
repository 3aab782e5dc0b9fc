/** Pictures read and written anew: nothing of the file that came is kept but what can be seen on it — no place, no camera, no tail. */
import { ResizeFit, Transformer } from '@napi-rs/image';
import { dimensionsOf } from '../../workflows/office/files/dimensions.ts';
import type { Size } from '../../workflows/office/files/dimensions.ts';
import type { Format } from '../../workflows/office/files/kinds.ts';

/** As many as a camera of 50 megapixels takes; unfolded they are 200 MB. */
const MOST_PIXELS = 50_400_000;
/** Enough to read a page of A4 by. */
const LONGEST_SIDE = 2_400;
const THUMBNAIL_SIDE = 320;
const [QUALITY, THUMBNAIL_QUALITY] = [82, 70];

export type Picture = { readonly whole: Buffer; readonly thumbnail: Buffer };
type Read = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly why: 'broken' | 'too-many-pixels' };

/** One at a time: two large pictures together would crowd out everything else. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const run = last.then(work);
  last = run.catch(() => undefined);
  return run;
};

/** No larger than a square of that side. */
const fitted = (image: Transformer, side: number, { width, height }: Size): Transformer =>
  (Math.max(width, height) > side ? image.fastResize({ width: side, height: side, fit: ResizeFit.Inside }) : image);

const writeAnew = async (bytes: Buffer, size: Size): Promise<Picture> => {
  // Turned upright, as the camera noted; that note is not kept.
  const whole = await fitted(new Transformer(bytes).rotate(), LONGEST_SIDE, size).jpeg(QUALITY);
  return { whole, thumbnail: await fitted(new Transformer(whole), THUMBNAIL_SIDE, size).jpeg(THUMBNAIL_QUALITY) };
};

export const readPicture = async (format: Exclude<Format, 'pdf'>, bytes: Buffer): Promise<Read> => {
  const size = dimensionsOf(format, bytes);
  if (!size || size.width === 0 || size.height === 0) return { ok: false, why: 'broken' };
  if (size.width * size.height > MOST_PIXELS) return { ok: false, why: 'too-many-pixels' };
  const picture = await inTurn(() => writeAnew(bytes, size).catch(() => null));
  return picture ? { ok: true, picture } : { ok: false, why: 'broken' };
};
