// What the warning costs the guard: measured, not shipped.
export { closeFields } from '../../../../src/page/warning/close-fields.ts';
export { raiseWarning } from '../../../../src/page/warning/raise-warning.ts';
