/** One element of an XML document. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a document and throws with a sentence where it is not well-formed. */
export function readXml(source: string): XmlElement {
  const open: XmlElement[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const body = source.replace(/^<\?xml version="1\.0" encoding="[\w-]+"\?>\s*/, '').replace(/^<!DOCTYPE [^>]*>\s*/, '');
  for (const [whole, slash, name, attributes = '', closed, text] of body.matchAll(
    /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g,
  )) {
    const parent = open.at(-1) as XmlElement;
    if (whole === '<') throw new Error(`A tag inside <${parent.name}> is not well-formed.`);
    if (text !== undefined) parent.text += decode(text);
    else if (slash) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>.`);
      open.pop();
    } else {
      const element: XmlElement = { name: name ?? '', attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!closed) open.push(element);
    }
  }
  const [document] = open;
  if (open.length !== 1 || document?.children.length !== 1 || document.text.trim() !== '')
    throw new Error('The document has no single closed root.');
  return document.children[0] as XmlElement;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', decode(value ?? '')] as const);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`An attribute stands twice in: ${source}`);
  return Object.fromEntries(pairs);
}

const decode = (text: string) =>
  text.replace(/&(\w*);?/g, (whole, name: string) => {
    const letter = entities[name];
    if (letter === undefined || !whole.endsWith(';')) throw new Error(`${whole} is no entity.`);
    return letter;
  });

/** The value that an element of a property list stands for. */
export function plistValue({ name, children, text }: XmlElement): unknown {
  switch (name) {
    case 'true':
    case 'false':
      return name === 'true';
    case 'integer':
      return Number(text);
    case 'string':
      return text;
    case 'array':
      return children.map(plistValue);
    case 'dict':
      return Object.fromEntries(
        children.flatMap((child, at) => {
          const value = children[at + 1];
          if (at % 2 === 1) return [];
          if (child.name !== 'key' || !value) throw new Error('A dict has a value without a key, or a key without a value.');
          return [[child.text, plistValue(value)]];
        }),
      );
    default:
      throw new Error(`<${name}> has no place in a property list.`);
  }
}
