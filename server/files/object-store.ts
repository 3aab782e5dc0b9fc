/** Where sealed files lie: a folder of this machine, or a bucket. What is kept there is legible to nobody without its key. */
export type ObjectStore = {
  /** Takes the file away from `path`. It is durable under its name before this resolves. */
  put(name: string, path: string): Promise<void>;
  /** A path at which the whole object can be read until it is `given` back. */
  borrow(name: string): Promise<{ readonly path: string; giveBack(): Promise<void> }>;
  /** Whether or not it is there. */
  remove(name: string): Promise<void>;
  /** Every object that was there before the moment. */
  olderThan(before: Date): AsyncIterable<string>;
};

/** Names are the office's own: whatever else lies there is none of its business. */
export const isObjectName = (name: string): boolean => /^c[0-9a-f]{24}(\.t)?$/.test(name);

/** Anything else would be a path. */
export const checkName = (name: string): string => {
  if (!isObjectName(name)) throw new Error('An object has no such name.');
  return name;
};
