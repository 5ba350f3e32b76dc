import { readdirSync, readFileSync } from 'node:fs';
import type { Provider } from '../../src/core/knowledge/provider.ts';
import { compileHostIndex, type HostSources } from '../../src/core/site/compile-host-index.ts';
import type { HostIndexData } from '../../src/core/site/host-index-data.ts';

const assets = new URL('../../assets/', import.meta.url);
const readAsset = (path: string) => JSON.parse(readFileSync(new URL(path, assets), 'utf8'));

/** The provider facts as they lie in the assets. */
export const readProviders = (): Provider[] =>
  readdirSync(new URL('providers/', assets))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readAsset(`providers/${file}`));

/** The reviewed lists of the host engine. */
export function readHostSources(): HostSources {
  return {
    words: readAsset('hosts/words.json'),
    places: readAsset('hosts/places.json'),
    strings: readAsset('hosts/strings.json'),
    readings: readAsset('hosts/readings.json'),
    calibration: readAsset('hosts/calibration.json'),
    platforms: readAsset('hosts/platforms.json'),
    letters: readAsset('confusables/letters.json'),
    variants: readAsset('confusables/han.json'),
    homophones: readAsset('hosts/homophones.json'),
  };
}

/** The data of the host engine, compiled from the assets. */
export const compileFromAssets = (): HostIndexData => compileHostIndex(readProviders(), readHostSources());
