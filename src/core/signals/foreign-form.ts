import type { Signal } from './signal.ts';

/** What is filled in goes to another site: a form on pos-banli.example that posts to collect.example. */
export const foreignForm = {
  id: 'foreignForm',
  assess: ({ page: { foreignForms } }) =>
    foreignForms[0] === undefined
      ? undefined
      : { args: [{ text: foreignForms[0] }], found: foreignForms.map((text) => ({ text, where: 'form' })) },
} as const satisfies Signal;
