import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const KILOBYTE = 1024;

describe.each(['chrome-mv3', 'firefox-mv3'])('the built extension in %s', (folder) => {
  const file = (name: string) => path.join('.output', folder, name);
  const manifest = JSON.parse(readFileSync(file('manifest.json'), 'utf8'));
  const gzipped = (name: string) => gzipSync(readFileSync(file(name)), { level: 9 }).length;

  test('asks for these permissions and no others', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage']);
    expect([...manifest.host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
    for (const key of [
      'optional_permissions',
      'optional_host_permissions',
      'externally_connectable',
      'content_security_policy',
      'chrome_url_overrides',
    ])
      expect(manifest).not.toHaveProperty(key);
  });

  test('shows nothing of itself to pages', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  test('puts one small script into every frame of every page', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: ['http://*/*', 'https://*/*'],
        js: ['sentinel.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ]);
    expect(gzipped('sentinel.js')).toBeLessThanOrEqual(4 * KILOBYTE);
    expect(gzipped('guard.js')).toBeLessThanOrEqual(20 * KILOBYTE);
  });

  test('gives the public suffix list to the background alone', () => {
    const chunks = readdirSync(file('chunks')).map((name) => [name, gzipped(path.join('chunks', name))] as const);
    expect(chunks.length).toBeGreaterThan(5);
    // Everybody waits for what a surface loads; with the list it would be twice as much.
    expect(chunks.filter(([, bytes]) => bytes > 64 * KILOBYTE)).toEqual([]);
  });

  test('carries no address to fetch from, and no source map', () => {
    for (const name of readdirSync(file('.'), { recursive: true, encoding: 'utf8' })) {
      expect(name).not.toMatch(/\.map$/);
      if (!name.endsWith('.js')) continue;
      const code = readFileSync(file(name), 'utf8');
      expect(code).not.toMatch(/XMLHttpRequest|WebSocket\(|sendBeacon|EventSource\(/);
      // `postEvents` in src/platform/post-events.ts, which an administrator's policy alone sets in motion.
      const posts = name === 'background.js' ? code.split(/\bfetch\(\w+\.url,\{method:[`"']POST[`"']/).length - 1 : 0;
      expect(posts).toBe(name === 'background.js' ? 1 : 0);
      expect(code.match(/\bfetch\(/g) ?? []).toHaveLength(posts);
    }
  });
});
