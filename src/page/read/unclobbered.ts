import { pristine } from '../warning/pristine.ts';

/** A form answers to the names of its fields (`<input name=getAttribute>`) before its own. */
export const isForm = (node: Node) => node instanceof HTMLFormElement;

/** A node to ask things of, past the fields where it is a form. Only for asking: it is not the node itself. */
export const asked = <One extends Node>(node: One): One => (isForm(node) ? pristine<Node>(node, HTMLFormElement.prototype) : node) as One;
