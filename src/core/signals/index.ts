import { asksDocuments } from './asks-documents.ts';
import { asksInWords } from './asks-in-words.ts';
import { asksSecrets } from './asks-secrets.ts';
import * as bait from './bait.ts';
import { blockedByPolicy } from './blocked-by-policy.ts';
import { cancelledBrand } from './cancelled-brand.ts';
import { capturesContact } from './captures-contact.ts';
import { claimsInstitution } from './claims-institution.ts';
import { falseLicence } from './false-licence.ts';
import { foreignForm } from './foreign-form.ts';
import { insecureForm } from './insecure-form.ts';
import { lookalikeHost } from './lookalike-host.ts';
import { misdirectedLink } from './misdirected-link.ts';
import { offersTerminal } from './offers-terminal.ts';
import type { Signal } from './signal.ts';

/** Every signal, strongest first: a warning shows the first that fire. A line here switches a signal on. */
export const signals = [
  blockedByPolicy,
  asksSecrets,
  lookalikeHost,
  claimsInstitution,
  falseLicence,
  cancelledBrand,
  misdirectedLink,
  asksDocuments,
  asksInWords,
  foreignForm,
  insecureForm,
  bait.replacementCall,
  bait.depositTrap,
  bait.moneyFirst,
  bait.falseAuthority,
  bait.impossibleRate,
  bait.personalPos,
  bait.codeSwitching,
  bait.manyMerchants,
  bait.secondClearing,
  bait.freeMachine,
  bait.sellsOnline,
  bait.agency,
  capturesContact,
  offersTerminal,
] as const satisfies readonly Signal[];
export type SignalId = (typeof signals)[number]['id'];
