/** A refusal whose message is a sentence for the reader, in the reader's language. */
export class Told extends Error {}

/** Refused because the helper's PIN is wanted first. */
export class Locked extends Told {}
