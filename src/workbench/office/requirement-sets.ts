/** The requirement sets that the workbench claims, as the client asks for them: lower-case names, and only what it has. */
export const REQUIREMENT_SETS: Record<string, string> = {
  excelapi: '1.17',
  richapiruntime: '1.2',
  richapiruntimeflag: '1.2',
  delayforcelledit: '1.1',
  dialogapi: '1.2',
  dialogorigin: '1.1',
  addincommands: '1.1',
  settings: '1.1',
  documentevents: '1.1',
  selection: '1.1',
};

/** Whether a set is claimed in at least that version; without one, whether it is claimed at all. */
export function isSetSupported(name: string, minimumVersion = '1.0'): boolean {
  const claimed = REQUIREMENT_SETS[name.toLowerCase()];
  if (claimed === undefined) return false;
  const [major = 0, minor = 0] = claimed.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = String(minimumVersion).split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
