/** In the panel, what only the server tells of a workflow: the demo town's past, and what programs send to try it. A reader's machine need not load it. */
export const demo = undefined;
export const examples = (): Readonly<Record<string, never>> => ({});
