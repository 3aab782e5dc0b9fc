/** What a source file says, read with a parser: its imports, its strings, its names. */
import { posix } from 'node:path';
import { Visitor, parseSync } from 'vite';

export type Source = { readonly path: string; readonly text: string };
/** `target` is a path from the root for our own files, else the package's name (`node:` for Node's own). */
export type Import = { readonly target: string; readonly own: boolean; readonly typeOnly: boolean };
export type Read = { readonly imports: readonly Import[]; readonly strings: readonly string[]; readonly names: ReadonlySet<string>; readonly tags: ReadonlySet<string> };

const packageOf = (spec: string): string => {
  if (spec.startsWith('node:')) return 'node:';
  return spec.split('/').slice(0, spec.startsWith('@') ? 2 : 1).join('/');
};

const importOf = (from: string, spec: string, typeOnly: boolean): Import => {
  const own = spec.startsWith('.') || spec.startsWith('/');
  return { target: own ? posix.join(spec.startsWith('/') ? '' : posix.dirname(from), spec) : packageOf(spec), own, typeOnly };
};

/** Throws where the file does not parse: a file nobody could read would pass every rule. */
export const readSource = ({ path, text }: Source): Read => {
  const { program, module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const imports: Import[] = [];
  const strings: string[] = [];
  const names = new Set<string>();
  const tags = new Set<string>();
  for (const one of module.staticImports) imports.push(importOf(path, one.moduleRequest.value, one.entries.length > 0 && one.entries.every(({ isType }) => isType)));
  for (const one of module.staticExports) for (const entry of one.entries) if (entry.moduleRequest) imports.push(importOf(path, entry.moduleRequest.value, entry.isType));
  const load = (node: { type: string; value?: unknown } | undefined, typeOnly: boolean): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string') imports.push(importOf(path, node.value, typeOnly));
  };
  new Visitor({
    ImportExpression: (node) => load(node.source, false),
    TSImportType: (node) => load(node.source, true),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') load(node.arguments[0], false);
    },
    Literal: (node) => {
      if (typeof node.value === 'string') strings.push(node.value);
    },
    TemplateLiteral: (node) => void strings.push(node.quasis.map(({ value }) => value.cooked ?? '').join(' ')),
    JSXText: (node) => void strings.push(node.value),
    Identifier: (node) => void names.add(node.name),
    JSXIdentifier: (node) => void names.add(node.name),
    TaggedTemplateExpression: (node) => {
      if (node.tag.type === 'Identifier') tags.add(node.tag.name);
    },
  }).visit(program);
  return { imports, strings, names, tags };
};
