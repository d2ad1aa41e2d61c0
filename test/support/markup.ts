/** An element of parsed markup; texts are strings. */
export interface MarkupNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (MarkupNode | string)[];
}

const voids = new Set(['img', 'input', 'br', 'meta', 'link']);
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(?<close>\/)?(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*>|(?<text>[^<]+)|(?<bad><)/giu;

/**
 * Parses markup that we wrote ourselves, strictly: quoted attributes, every element closed in order, no stray `<`.
 * What a browser would forgive is a fault here.
 * @throws when the markup is not well-formed
 */
export function parseMarkup(markup: string): MarkupNode {
  const root: MarkupNode = { name: '#root', attributes: {}, children: [] };
  const open: MarkupNode[] = [root];
  for (const { 0: whole, groups } of markup.matchAll(token)) {
    const parent = open.at(-1)!;
    const name = groups?.name?.toLowerCase();
    if (groups?.bad !== undefined) throw new Error(`a stray < in ${parent.name}`);
    if (groups?.text !== undefined) parent.children.push(decode(groups.text));
    if (name === undefined) continue;
    if (groups?.close !== undefined) {
      if (parent.name !== name) throw new Error(`${whole} closes ${parent.name}`);
      open.pop();
      continue;
    }
    const node: MarkupNode = { name, attributes: attributesOf(groups?.attributes ?? ''), children: [] };
    parent.children.push(node);
    if (!voids.has(name)) open.push(node);
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is never closed`);
  return root;
}

/** All elements below a node that fit, in document order. */
export function findAll(node: MarkupNode, fits: (node: MarkupNode) => boolean): MarkupNode[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(fits(child) ? [child] : []), ...findAll(child, fits)],
  );
}

/** The text of a node as a person reads it. */
export function textOf(node: MarkupNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : `${textOf(child)}\n`)).join('');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/giu)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decode(value),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity);
}
