import { ExcelError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import { isSending, type Busy } from './events.ts';
import type { Notice } from './state.ts';
import { strings } from '../words/index.ts';

/** What to say about something that was thrown. The typed errors of the other rooms already say what to do. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof ProxyError) {
    const told =
      error.code === 'proxy-unreachable'
        ? unreachableNotice()
        : problem(strings.notices.proxyTitles[error.code] ?? strings.notices.proxyTitle, error.message);
    if (ownMistakes.has(error.code)) return { ...told, isOwnMistake: true };
    const { requestId } = error;
    const isSaid = requestId === null || told.text.includes(requestId);
    return isSaid ? told : { ...told, reference: requestId };
  }
  if (error instanceof ExcelError) {
    return problem(strings.notices.excelTitles[error.code] ?? strings.notices.excelTitle, error.message);
  }
  return problem(
    strings.notices.bugTitle,
    strings.notices.bugText(error instanceof Error ? error.message : String(error)),
  );
}

/** Whoever did these knows what to do; nobody has to look into a log. */
const ownMistakes: ReadonlySet<string> = new Set([
  'code-wrong',
  'sign-in-required',
  'role-missing',
  'not-found',
  'pane-outdated',
]);

function unreachableNotice(): Notice {
  const { unreachableTitle, unreachableText } = strings.notices;
  return { ...problem(unreachableTitle, unreachableText), isAboutConnection: true };
}

function problem(title: string, text: string): Notice {
  return { intent: 'error', title, text };
}

export function signedOutNotice(): Notice {
  return { intent: 'warning', title: strings.notices.signedOutTitle, text: strings.notices.signedOutText };
}

export function sheetChangedNotice(): Notice {
  return {
    intent: 'warning',
    title: strings.notices.sheetChangedTitle,
    text: strings.notices.sheetChangedText,
  };
}

export function nothingToRefreshNotice(): Notice {
  return { intent: 'info', title: strings.refresh.nothingTitle, text: strings.refresh.nothingText };
}

export function noReceiptNotice(): Notice {
  const { noneTitle, noneText } = strings.receipt;
  return { intent: 'info', title: noneTitle, text: noneText };
}

export function waitNotice(busy: Busy): Notice {
  return { intent: 'info', title: strings.places.waitTitle, text: strings.places.waitText(isSending(busy)) };
}

export function restoredNotice(): Notice {
  return { intent: 'warning', title: strings.result.restoredTitle, text: strings.result.restoredText };
}

export function noTieOutNotice(): Notice {
  return { intent: 'warning', title: strings.tieOut.noNumberTitle, text: strings.tieOut.noNumber };
}

export function skippedNotice(addresses: readonly string[], also: Notice | null): Notice {
  const text = strings.corrections.skippedText(addresses);
  return {
    intent: 'warning',
    title: strings.corrections.skippedTitle(addresses.length),
    text: also === null ? text : `${text} ${also.text}`,
  };
}

export function undoStepsNotice(steps: number): Notice {
  return {
    intent: 'info',
    title: strings.corrections.undoStepsTitle,
    text: strings.corrections.undoStepsText(steps),
  };
}

export function noNumberNotice(): Notice {
  return { intent: 'warning', title: strings.confirm.noNumberTitle, text: strings.confirm.noNumber };
}

export function nothingSentNotice(notice: Notice): Notice {
  return { ...notice, text: `${notice.text} ${strings.notices.nothingSent}` };
}
