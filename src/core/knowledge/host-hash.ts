/**
 * A host's name as four characters (24 bits of FNV-1a). Only a hint that spares ordinary pages a message: anybody can find a
 * host with the same hash, so the background always asks the full list.
 */
export function hashHost(host: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < host.length; at++) hash = Math.imul(hash ^ host.charCodeAt(at), 0x01000193);
  hash = (hash >>> 8) ^ hash;
  return btoa(String.fromCharCode((hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255));
}

/** Whether the host or one of its parent domains is in a run of such hashes. */
export function isHinted(host: string, hashes: string): boolean {
  for (let from = 0; from >= 0; from = host.indexOf('.', from) + 1 || -1) {
    const hash = hashHost(host.slice(from));
    for (let at = hashes.indexOf(hash); at >= 0; at = hashes.indexOf(hash, at + 1)) if (at % 4 === 0) return true;
  }
  return false;
}
