import { type Catalogue, formatMessage, joinList } from './messages.ts';
import type { Argument, Evidence } from './verdict.ts';

const longest = 120; // A page may hand us a novel; a sentence quotes a line of it.

/** One plain sentence for one piece of evidence; evidence whose sentence is gone (from an older version) gets a general one. */
export function explainEvidence(evidence: Evidence, catalogue: Catalogue, providerName: (id: string) => string): string {
  const key = `signal_${evidence.signal}`;
  if (!Object.hasOwn(catalogue, key)) return formatMessage(catalogue, 'evidence_unknown');
  return formatMessage(
    catalogue,
    key,
    evidence.args.map((argument) => formatArgument(argument, catalogue, providerName)),
  );
}

function formatArgument(argument: Argument, catalogue: Catalogue, providerName: (id: string) => string): string {
  if ('text' in argument) return quotable(argument.text);
  if ('provider' in argument) return providerName(argument.provider);
  if ('message' in argument) {
    const args = (argument.args ?? []).map((inner) => formatArgument(inner, catalogue, providerName));
    return Object.hasOwn(catalogue, argument.message) ? formatMessage(catalogue, argument.message, args) : '';
  }
  return joinList(
    catalogue,
    argument.kinds.map((kind) => formatMessage(catalogue, `kind_${kind}`)),
  );
}

/** Words of a page on one line, without the control and direction marks that could rearrange our sentence. */
export function quotable(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : line;
}
