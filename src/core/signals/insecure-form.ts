import type { Signal } from './signal.ts';

/** Identity or card data would travel unencrypted: a signup form on an http page. */
export const insecureForm = {
  id: 'insecureForm',
  assess: ({ page }) => (page.insecureForm ? { args: [] } : undefined),
} as const satisfies Signal;
