import type { Book } from '../book/book.ts';
import { REQUIREMENT_SETS } from './requirement-sets.ts';
import { settingPairs } from './settings-wire.ts';

/** The build that the workbench says it is; `16.01` selects the Excel client of Office.js. */
const HOST_VERSION = '16.01';
const FULL_VERSION = '16.0.17328.0';
/** The language of Excel around the pane unless another is asked for, a BCP 47 tag. */
export const DEFAULT_LANGUAGE = 'en-US';

/** Excel on the web, in Office.js's list of applications. */
const EXCEL_ON_THE_WEB = 16;

/** A document that can be edited. */
const READ_WRITE = 1;

/** `host$platform$version$locale$correlation$isDialog$disableLogging$flags`; 16 marks the public release channel. */
export function hostInfo(controlId: string, language: string): string {
  return [
    'Excel',
    'Web',
    HOST_VERSION,
    language,
    `correlation-${controlId}`,
    '',
    'disableLogging',
    '16',
  ].join('$');
}

/** `window.name` of the frame, from which Office.js learns whom to talk to. */
export function frameName(
  controlId: string,
  conversationId: string,
  hostOrigin: string,
  language: string,
): string {
  return JSON.stringify({
    baseFrameName: `ExcelAddin_${controlId}`,
    hostInfo: hostInfo(controlId, language),
    xdmInfo: `${conversationId}|${controlId}|${hostOrigin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The pane's address with `_host_Info`, which tells Office.js that it runs in Excel on the web. */
export function frameUrl(paneUrl: string, controlId: string, language: string): string {
  const [address = '', fragment] = paneUrl.split('#');
  const url = `${address}${address.includes('?') ? '&' : '?'}_host_Info=${hostInfo(controlId, language)}`;
  return fragment === undefined ? url : `${url}#${fragment}`;
}

export function documentUrl(book: Book, hostOrigin: string): string {
  return `${hostOrigin}/${encodeURIComponent(book.name)}`;
}

/** What Office.js asks for first: the document, the requirement sets, the settings. */
export function appContext(
  book: Book,
  controlId: string,
  hostOrigin: string,
  language: string,
): Record<string, unknown> {
  return {
    _id: controlId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16.00',
    _appMinorVersion: 0,
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: documentUrl(book, hostOrigin),
    _clientMode: READ_WRITE,
    _settings: settingPairs(book),
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: `correlation-${controlId}`,
    _appInstanceId: controlId,
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
    _hostCustomMessage: '',
    _hostFullVersion: FULL_VERSION,
    _clientWindowHeight: 0,
    _clientWindowWidth: 0,
    _addinName: 'Task pane',
    _appDomains: [],
    _dialogRequirementMatrix: '',
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
