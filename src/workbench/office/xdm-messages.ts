/**
 * The messages between Office.js in a frame and its host page: JSON strings by `postMessage`, with these names.
 * The client answers to nothing else, and checks the origin that it is sent from.
 */

/** `_actionType` of a message from the pane. */
export const ACTION = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** What the pane sends. */
export interface PaneMessage {
  _messageType: 0;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

/** `DispatchId` of the methods that `executeMethod` carries. */
export const METHOD = {
  loadSettings: 75,
  saveSettings: 76,
  fileProperties: 86,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** `_data` of `executeMethod`. */
export interface MethodCall {
  DdaMethod?: { DispatchId?: number };
  DdaSettingsMethod?: { Properties?: [string, string][] };
  /** Of RichApi: custom data, HTTP method, path, headers, the batch as JSON, 0, flags. */
  ArrayData?: unknown[];
}

/** How the keyboard leaves the pane: by Tab at its end or its start, or by Escape or Ctrl+F6 to the sheet. */
export type PaneExit = 'forwards' | 'backwards' | 'to-sheet';

/** The second part of what `ContextActivationManager_notifyHost` tells, Office.js's `AgaveHostAction`; other news is null. */
export function paneExit(data: unknown): PaneExit | null {
  switch (Array.isArray(data) ? data[1] : null) {
    case 13: // TabExit
      return 'forwards';
    case 14: // TabExitShift
      return 'backwards';
    case 5: // CtrlF6Exit
    case 6: // CtrlF6ExitShift
    case 15: // EscExit
      return 'to-sheet';
    default:
      return null;
  }
}

/** Office.js's number for "an internal error has occurred", here for what the host does not have. */
export const INTERNAL_ERROR = 5001;

interface Reply {
  actionName: string;
  conversationId: string;
  correlationId: number;
  origin: string;
  data: unknown;
}

/** An answer to one message. */
export function replyText(reply: Reply): string {
  return envelope(reply, 0);
}

/** An event, found by its name; it carries the correlation id of its registration. */
export function eventText(event: Reply): string {
  return envelope(event, 1);
}

function envelope(
  { actionName, conversationId, correlationId, origin, data }: Reply,
  responseType: 0 | 1,
): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: actionName,
    _conversationId: conversationId,
    _correlationId: correlationId,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: responseType,
    _serializerVersion: 1,
  });
}

/** The pane's message, or null for anything else that was posted to the page. */
export function parsePaneMessage(data: unknown, conversationId: string): PaneMessage | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  const message = JSON.parse(data) as Partial<PaneMessage>;
  const isOurs = message._conversationId === conversationId && message._messageType === 0;
  return isOurs ? (message as PaneMessage) : null;
}
