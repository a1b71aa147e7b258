import { DOMParser } from 'linkedom';

/** What of an XML node the readers of docx and odt use. */
export interface XmlNode {
  readonly nodeType: number;
  /** With its prefix: w:p. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: XmlNode | null;
  readonly nextSibling: XmlNode | null;
  readonly parentNode: XmlNode | null;
  getAttribute?(name: string): string | null;
  querySelectorAll?(selector: string): Iterable<XmlNode>;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

/** Parses XML; undefined where it is none. */
export function parseXml(text: string): XmlNode | undefined {
  try {
    const document = new DOMParser().parseFromString(text, 'text/xml') as unknown as {
      documentElement: XmlNode | null;
    };
    return document.documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

/** The children of a node, in order. */
export function* childrenOf(node: XmlNode): Generator<XmlNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node === undefined) return undefined;
  for (const child of childrenOf(node)) if (child.nodeName === name) return child;
  return undefined;
}

/** All nodes of a name below a node, without recursion, in order. */
export function descendantsOf(root: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  for (let node: XmlNode | null = root; node !== null; ) {
    if (node.nodeName === name) found.push(node);
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) node = node.parentNode;
    node = node === null || node === root ? null : node.nextSibling;
  }
  return found;
}

/** The value of an attribute; '' where it has none. */
export function attributeOf(node: XmlNode | undefined, name: string): string {
  return node?.getAttribute?.(name) ?? '';
}
