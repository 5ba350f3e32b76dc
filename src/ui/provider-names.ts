const brands = import.meta.glob<string[]>('/assets/providers/*.json', { eager: true, import: 'brands' });
const legalNames = import.meta.glob<string>('/assets/providers/*.json', { eager: true, import: 'legalName' });

/** The company's name as the register has it, where we know it. */
export const legalName = (id: string): string | undefined => legalNames[`/assets/providers/${id}.json`];

/** What people call an institution: its first brand, else its legal name, else the id. */
export function providerName(id: string): string {
  const path = `/assets/providers/${id}.json`;
  return brands[path]?.[0] ?? legalName(id) ?? id;
}
