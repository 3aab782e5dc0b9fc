/** Files that hold personal data, sealed in frames as they arrive, so that any part of one can be read without the whole. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open as openFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Keys } from '../keys/keys.ts';
import { place } from '../keys/seal.ts';

const FRAME = 65_536;
const IV = 12;
const TAG = 16;
const SEALED_FRAME = IV + FRAME + TAG;
/** The id of the key stands in front. */
const HEAD = 64;

const aad = (id: string, frame: number): Buffer => Buffer.from(place('files', id, String(frame)));

const sealFrame = (data: Keys['data'], id: string, frame: number, plain: Buffer): Buffer => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', data.key, iv).setAAD(aad(id, frame));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

export type SealedWriter = { write(piece: Uint8Array): Promise<void>; /** Puts it on disk. */ end(): Promise<void>; /** Gives the file up, whatever happened. */ close(): Promise<void> };

/** Throws where the file is there already. */
export const sealedWriter = async ({ data }: Pick<Keys, 'data'>, path: string, id: string): Promise<SealedWriter> => {
  const file = await openFile(path, 'wx', 0o600);
  await file.write(Buffer.from(data.id.padEnd(HEAD)));
  const waiting = Buffer.alloc(FRAME);
  let [frame, filled] = [0, 0];
  return {
    write: async (piece) => {
      for (let at = 0; at < piece.length; ) {
        const part = piece.subarray(at, at + FRAME - filled);
        waiting.set(part, filled);
        [at, filled] = [at + part.length, filled + part.length];
        if (filled < FRAME) return;
        filled = 0;
        await file.write(sealFrame(data, id, frame++, waiting));
      }
    },
    end: async () => {
      if (filled > 0) await file.write(sealFrame(data, id, frame, waiting.subarray(0, filled)));
      await file.sync();
    },
    close: () => file.close(),
  };
};

export type SealedFile = { readonly size: number; read(from: number, to: number): AsyncGenerator<Buffer>; close(): Promise<void> };

/** Opens what a `sealedWriter` wrote. Throws where a frame was changed or moved, or its key is not there. */
export const openSealed = async (keys: Pick<Keys, 'data'>, path: string, id: string): Promise<SealedFile> => {
  const file: FileHandle = await openFile(path, 'r');
  const head = Buffer.alloc(HEAD);
  await file.read(head, 0, HEAD, 0);
  const key = keys.data.all.get(head.toString().trim());
  if (!key) {
    await file.close();
    throw new Error('The key of a sealed file is not among the key files.');
  }
  const sealed = (await file.stat()).size - HEAD;
  const frames = Math.ceil(sealed / SEALED_FRAME);
  const size = sealed - frames * (IV + TAG);
  /** `room`: where the sealed frame is put meanwhile. */
  const readFrame = async (frame: number, room: Buffer): Promise<Buffer> => {
    const one = room.subarray(0, Math.min(SEALED_FRAME, sealed - frame * SEALED_FRAME));
    await file.read(one, 0, one.length, HEAD + frame * SEALED_FRAME);
    const decipher = createDecipheriv('aes-256-gcm', key, one.subarray(0, IV), { authTagLength: TAG }).setAAD(aad(id, frame)).setAuthTag(one.subarray(-TAG));
    const plain = decipher.update(one.subarray(IV, -TAG));
    // Nothing comes behind it, but that it was not changed is known only now.
    decipher.final();
    return plain;
  };
  return {
    size,
    read: async function* (from, to) {
      const room = Buffer.allocUnsafe(SEALED_FRAME);
      for (let frame = Math.floor(from / FRAME); frame * FRAME < Math.min(to, size); frame += 1) {
        const plain = await readFrame(frame, room);
        yield plain.subarray(Math.max(0, from - frame * FRAME), Math.max(0, to - frame * FRAME));
      }
    },
    close: () => file.close(),
  };
};
