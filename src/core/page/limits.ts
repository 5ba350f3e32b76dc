/** Upper bounds of one snapshot. The reader keeps what matters most within them; the parser refuses what exceeds them. */
export const snapshotLimits = {
  blocks: 6_000,
  blockLength: 600,
  fields: 4_000,
  label: 160,
  labels: 8,
  links: 600,
  forms: 200,
  images: 200,
  leads: 100,
  text: 240_000,
} as const;
