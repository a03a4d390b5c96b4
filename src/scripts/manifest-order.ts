/**
 * In which order Microsoft's schemas want the children of each element that this manifest uses ([MS-OWEMXML]:
 * `OfficeApp` and `TaskPaneApp` of appforoffice, `VersionOverridesV1_0` and its types of taskpaneappversionoverrides).
 * The schemas themselves come with no package, so what they demand stands here.
 */
const childrenOf: Readonly<Record<string, readonly string[]>> = {
  'OfficeApp/': [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  'VersionOverrides/': ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo'],
  'DesktopFormFactor/': ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  'GetStarted/': ['Title', 'Description', 'LearnMoreUrl'],
  'Group/': ['Label', 'Icon', 'Control'],
  'Control/': ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Enabled'],
  'Supertip/': ['Title', 'Description'],
  'Action/': ['TaskpaneId', 'SourceLocation', 'Title'],
  'Resources/': ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

/** Elements that are unknown, or stand where the schemas do not want them; one sentence each. */
export function orderProblems(manifest: string): string[] {
  const problems: string[] = [];
  const open: { name: string; last: number }[] = [];
  for (const [, closing, name = '', alone] of manifest.matchAll(/<(\/?)([A-Za-z][\w:.]*)[^<>]*?(\/?)>/g)) {
    if (closing === '/') {
      if (open.pop()?.name !== name) problems.push(`The element ${name} is closed where it is not open.`);
      continue;
    }
    const parent = open.at(-1);
    const wanted = parent === undefined ? undefined : childrenOf[`${parent.name}/`];
    if (parent !== undefined && wanted !== undefined) {
      const place = wanted.indexOf(name);
      if (place < 0) problems.push(`${parent.name} may not hold ${name}.`);
      else if (place < parent.last) problems.push(`In ${parent.name}, ${name} stands too late.`);
      parent.last = Math.max(parent.last, place);
    }
    if (alone !== '/') open.push({ name, last: -1 });
  }
  return [...problems, ...open.map(({ name }) => `The element ${name} is not closed.`)];
}
