import { loadHostIndex } from '../../../src/core/site/index.ts';
import { compileFromAssets, readProviders } from '../../../tools/host-data/sources.ts';

/** The host engine with the real facts, compiled once per test file. */
export const data = compileFromAssets();
export const index = loadHostIndex(data);
export const providers = readProviders();
export const acquirers = providers.filter(({ kind }) => kind === 'acquirer');
