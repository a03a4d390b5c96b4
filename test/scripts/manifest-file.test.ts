import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { addInOf, asAddIn, manifestFor, manifestProblems } from '../../src/scripts/manifest-file.ts';
import { manifestCommands } from '../../src/scripts/manifest-commands.ts';
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

describe('asAddIn', () => {
  test('a pilot and what everybody uses are two add-ins, each of its version', async () => {
    const pilot = asAddIn(committed, 'pilot', '1.2.0');
    const production = asAddIn(committed, 'production', '2.10');
    expect(addInOf(pilot).version).toBe('1.2.0.0');
    expect(addInOf(production).version).toBe('2.10.0.0');
    expect(new Set([committed, pilot, production].map((text) => addInOf(text).id)).size).toBe(3);
    expect(pilot).toContain('<DisplayName DefaultValue="Distribution Desk (pilot)"');
    for (const text of [pilot, production]) expect(await problemsOf(text)).toEqual([]);
  });

  test.each(['1.x', '1.2.3.4.5', ''])('refuses the version "%s"', (version) => {
    expect(() => asAddIn(committed, 'pilot', version)).toThrow(/--version must be numbers/);
  });
});

test('the buttons of the ribbon open the pane at their step', () => {
  expect(manifestCommands(committed).map(({ label, page }) => [label, page])).toEqual([
    ['Distributions', '/taskpane.html'],
    ['Check selection', '/taskpane.html?start=check'],
    ['Refresh statuses', '/taskpane.html?start=refresh'],
  ]);
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
      'a string that lacks a language',
      [' <bt:Override Locale="fr-FR" Value="Actualiser les statuts" />', ''],
      'The text of Refresh.Label has no fr-FR.',
    ],
    [
      'an element where the schemas do not want it',
      ['<Permissions>ReadWriteDocument</Permissions>', '<FormSettings></FormSettings>'],
      'OfficeApp may not hold FormSettings.',
    ],
    [
      'elements in the wrong order',
      [
        '<ProviderName>Distribution Desk</ProviderName>\n  <DefaultLocale>en-US</DefaultLocale>',
        '<DefaultLocale>en-US</DefaultLocale>\n  <ProviderName>Distribution Desk</ProviderName>',
      ],
      'In OfficeApp, ProviderName stands too late.',
    ],
    [
      'a pane of another name',
      ['<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>', '<TaskpaneId>Other</TaskpaneId>'],
      'Every TaskpaneId must be Office.AutoShowTaskpaneWithDocument.',
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
