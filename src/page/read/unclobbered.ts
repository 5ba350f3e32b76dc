import { pristine } from '../warning/pristine.ts';

/** A node to ask things of; where it is a form, past its fields, to whose names (`<input name=getAttribute>`) it answers before its own. Only for asking, and never to be asked for again: it is not the node itself. */
export const asked = <One extends Node>(node: One): One =>
  (node instanceof HTMLFormElement ? pristine<Node>(node, HTMLFormElement.prototype) : node) as One;
