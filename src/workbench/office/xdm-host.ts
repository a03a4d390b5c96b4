import type { Book } from '../book/book.ts';
import { appContext, DEFAULT_LANGUAGE, documentUrl, frameName, frameUrl } from './app-context.ts';
import type { HostEvent } from './events.ts';
import { REQUEST_ERRORS, RequestHost, type FaultHooks } from './request-host.ts';
import { namedSettings, saveSettingPairs, settingPairs } from './settings-wire.ts';
import {
  ACTION,
  eventText,
  INTERNAL_ERROR,
  METHOD,
  paneExit,
  parsePaneMessage,
  replyText,
  type MethodCall,
  type PaneExit,
  type PaneMessage,
} from './xdm-messages.ts';

export interface PaneOptions {
  /** The frame is put into it, as its only child. */
  container: HTMLElement;
  /** HTTPS, on the host name of this page; the port may differ. */
  paneUrl: string;
  book: Book;
  latencyMs: number;
  /** The language of Excel, a BCP 47 tag; English of the United States unless given. */
  language?: string | undefined;
  /** The keyboard leaves the pane: whoever shows it says where it goes. */
  onExit?: ((exit: PaneExit) => void) | undefined;
}

/** A task pane that runs beside the book. */
export interface PaneHandle {
  /** Faults to order. */
  readonly host: FaultHooks;
  readonly frame: HTMLIFrameElement;
  /** Loads the pane anew, as closing and opening it does. */
  reload(): void;
  setLatency(latencyMs: number): void;
  /** Office.js requests so far, without those that only release references. */
  requests(): number;
  resetRequests(): void;
  dispose(): void;
}

/** What Excel gives the frame of a task pane. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

const CONTROL_ID = 'control-1';

let conversationCount = 0;

/** Opens an add-in's page in a frame and is Excel on the web to the unchanged Office.js in it. */
export function mountPane(options: PaneOptions): PaneHandle {
  const { container, book } = options;
  const requestHost = new RequestHost(book, { latencyMs: options.latencyMs });
  let session = new PaneSession(options, requestHost);
  const stopEvents = requestHost.onEvent((event) => session.fire(event));
  const show = () => container.replaceChildren(session.frame);
  show();
  return {
    host: requestHost,
    get frame() {
      return session.frame;
    },
    reload: () => {
      session.dispose();
      session = new PaneSession(options, requestHost);
      show();
    },
    setLatency: (latencyMs) => requestHost.setLatency(latencyMs),
    requests: () => requestHost.requests(),
    resetRequests: () => requestHost.resetRequests(),
    dispose: () => {
      stopEvents();
      session.dispose();
      requestHost.dispose();
      container.replaceChildren();
    },
  };
}

/** One load of the pane: its frame and its conversation, under whose id Office.js keeps its settings. */
class PaneSession {
  readonly frame: HTMLIFrameElement;
  private readonly book: Book;
  private readonly requestHost: RequestHost;
  private readonly onExit: PaneOptions['onExit'];
  private readonly conversationId: string;
  private readonly language: string;
  private readonly hostOrigin = window.location.origin;
  private readonly paneOrigin: string;
  /** The events that the pane listens to, with the correlation ids of their registrations. */
  private readonly registrations = new Map<string, number>();
  private readonly listener = (event: MessageEvent) => this.onMessage(event);

  constructor(
    { paneUrl, book, container, language = DEFAULT_LANGUAGE, onExit }: PaneOptions,
    requestHost: RequestHost,
  ) {
    this.book = book;
    this.language = language;
    this.onExit = onExit;
    this.requestHost = requestHost;
    this.conversationId = `conversation-${Date.now()}-${++conversationCount}`;
    const url = new URL(paneUrl, window.location.href);
    this.paneOrigin = url.origin;
    this.frame = container.ownerDocument.createElement('iframe');
    // Office.js reads the name while it loads, so it is set before the frame is inserted.
    this.frame.name = frameName(CONTROL_ID, this.conversationId, this.hostOrigin, language);
    this.frame.title = 'Task pane';
    this.frame.allow = 'clipboard-read; clipboard-write';
    this.frame.setAttribute('sandbox', SANDBOX);
    this.frame.src = frameUrl(url.href, CONTROL_ID, language);
    window.addEventListener('message', this.listener);
  }

  dispose(): void {
    window.removeEventListener('message', this.listener);
    this.frame.remove();
  }

  fire(event: HostEvent): void {
    if (event.kind === 'richApi') this.fireNamed('richApiMessage', { ArrayData: [event.entry] });
    else this.fireNamed('documentSelectionChanged', {});
  }

  private fireNamed(actionName: string, data: unknown): void {
    const correlationId = this.registrations.get(actionName);
    if (correlationId === undefined) return;
    const { conversationId, hostOrigin: origin } = this;
    this.post(eventText({ actionName, conversationId, correlationId, origin, data }));
  }

  private onMessage(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow || event.origin !== this.paneOrigin) return;
    const message = parsePaneMessage(event.data, this.conversationId);
    if (!message) return;
    if (message._actionType === ACTION.registerEvent) {
      this.registrations.set(message._actionName, message._correlationId);
      this.reply(message, { Error: 0 });
    } else if (message._actionType === ACTION.unregisterEvent) {
      this.registrations.delete(message._actionName);
      this.reply(message, { Error: 0 });
    } else this.invoke(message);
  }

  private invoke(message: PaneMessage): void {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        // A new client, also when the pane reloaded itself: what the last one kept and listened to is gone.
        this.registrations.clear();
        this.requestHost.restart();
        return this.reply(message, appContext(this.book, CONTROL_ID, this.hostOrigin, this.language));
      case 'ContextActivationManager_openWindowInHost':
        window.open((message._data as { strUrl: string }).strUrl, '_blank', 'noopener');
        return this.reply(message, null);
      case 'ContextActivationManager_notifyHost':
        return this.leave(message);
      case 'executeMethod':
        return this.executeMethod(message, message._data as MethodCall);
      default:
        return this.reply(message, null);
    }
  }

  private leave(message: PaneMessage): void {
    const exit = paneExit(message._data);
    if (exit !== null) this.onExit?.(exit);
    this.reply(message, null);
  }

  private executeMethod(message: PaneMessage, call: MethodCall): void {
    const succeed = (answer: object) => this.reply(message, { Error: 0, Version: 1, ...answer });
    switch (call.DdaMethod?.DispatchId) {
      case METHOD.richApi:
        return void this.executeBatch(message, call.ArrayData ?? []);
      case METHOD.saveSettings:
        saveSettingPairs(this.book, call.DdaSettingsMethod?.Properties ?? []);
        return succeed({ Properties: settingPairs(this.book) });
      case METHOD.loadSettings:
        return succeed({ Properties: namedSettings(this.book) });
      case METHOD.fileProperties:
        return succeed({ Url: documentUrl(this.book, this.hostOrigin) });
      case METHOD.commandCompleted:
        return succeed({});
      default:
        return this.reply(message, { Error: INTERNAL_ERROR, Version: 1 });
    }
  }

  private async executeBatch(message: PaneMessage, request: unknown[]): Promise<void> {
    const outcome = await this.requestHost.handle(String(request[4]), Number(request[6]));
    if ('error' in outcome) {
      this.reply(message, { Error: REQUEST_ERRORS[outcome.error], Version: 1 });
      return;
    }
    const headers = ['Content-Type', 'application/json'];
    this.reply(message, { Error: 0, Version: 1, Data: [200, headers, outcome.body] });
  }

  private reply({ _actionName, _correlationId }: PaneMessage, data: unknown): void {
    const { conversationId, hostOrigin: origin } = this;
    this.post(
      replyText({ actionName: _actionName, conversationId, correlationId: _correlationId, origin, data }),
    );
  }

  /** Nothing is posted to a frame that was taken away meanwhile. */
  private post(text: string): void {
    this.frame.contentWindow?.postMessage(text, this.paneOrigin);
  }
}
