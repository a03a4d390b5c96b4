import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { manifestFor, manifestProblems } from '../../src/scripts/manifest-file.ts';
import { projectPath } from '../../src/scripts/project-path.ts';

const committed = readFileSync(projectPath('manifest.xml'), 'utf8');

async function problemsOf(text: string): Promise<string[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.xml');
  writeFileSync(file, text);
  return manifestProblems(file, projectPath('assets'));
}

describe('manifestFor', () => {
  test('names the other host everywhere, and office-addin-manifest reads the result', async () => {
    const text = manifestFor(committed, 'https://desk.example.com');
    expect(text).not.toContain('localhost');
    const file = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.xml');
    writeFileSync(file, text);
    const info = await OfficeAddinManifest.readManifestFile(file);
    expect(info.defaultSettings?.sourceLocation).toBe('https://desk.example.com/taskpane.html');
    expect(await manifestProblems(file, projectPath('assets'))).toEqual([]);
  });

  test.each([
    ['http://desk.example.com', /must be an https address/],
    ['desk.example.com', /must be an https address/],
    ['https://desk.example.com/pane', /without a path: try https:\/\/desk\.example\.com/],
  ])('refuses %s', (url, message) => {
    expect(() => manifestFor(committed, url)).toThrow(message);
  });
});

describe('manifestProblems', () => {
  test('finds none in the committed manifest', async () => {
    expect(await problemsOf(committed)).toEqual([]);
  });

  test.each([
    [
      'a resource without a definition',
      ['<bt:String id="Open.Tip"', '<bt:String id="Open.Tipp"'],
      'Open.Tip is used and not defined',
    ],
    [
      'a second host',
      ['https://localhost:3000/assets/icon-80.png', 'https://elsewhere.example/assets/icon-80.png'],
      'several hosts',
    ],
    [
      'an icon that is not there',
      ['/assets/icon-16.png', '/assets/icon-17.png'],
      'icon-17.png does not exist',
    ],
    [
      'http',
      ['https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html'],
      'must be https',
    ],
  ] as const)('finds %s', async (_name, [from, to], problem) => {
    expect((await problemsOf(committed.replaceAll(from, to))).join('\n')).toContain(problem);
  });
});
