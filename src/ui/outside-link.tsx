import type { ComponentChildren } from 'preact';
import { text } from '../platform/i18n.ts';

interface Props {
  href: string;
  class?: string;
  onOpen?: () => void;
  children: ComponentChildren;
}

/** A link to a website, in a tab of its own that learns nothing about us. */
export function OutsideLink({ href, onOpen, children, ...rest }: Props) {
  return (
    <a {...rest} href={href} target="_blank" rel="noreferrer noopener" onClick={onOpen}>
      {children}
      <span class="unseen">{text('surface_newTab')}</span>
    </a>
  );
}
