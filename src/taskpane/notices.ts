import { ExcelError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import type { Busy, Notice } from './state.ts';
import { strings } from './strings.ts';

/** What to say about something that was thrown. The typed errors of the other rooms already say what to do. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof ProxyError) {
    const told =
      error.code === 'proxy-unreachable'
        ? problem(strings.notices.unreachableTitle, strings.notices.unreachableText)
        : problem(strings.notices.proxyTitles[error.code] ?? strings.notices.proxyTitle, error.message);
    const { requestId } = error;
    const isSaid = requestId === null || ownMistakes.has(error.code) || told.text.includes(requestId);
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

function problem(title: string, text: string): Notice {
  return { intent: 'error', title, text };
}

export const signedOutNotice: Notice = {
  intent: 'warning',
  title: strings.notices.signedOutTitle,
  text: strings.notices.signedOutText,
};

export const sheetChangedNotice: Notice = {
  intent: 'warning',
  title: strings.notices.sheetChangedTitle,
  text: strings.notices.sheetChangedText,
};

export const nothingToRefreshNotice: Notice = {
  intent: 'info',
  title: strings.refresh.nothingTitle,
  text: strings.refresh.nothingText,
};

export function waitNotice(busy: Busy): Notice {
  return { intent: 'info', title: strings.places.waitTitle, text: strings.places.waitText(busy) };
}

export const restoredNotice: Notice = {
  intent: 'warning',
  title: strings.result.restoredTitle,
  text: strings.result.restoredText,
};

export const noTieOutNotice: Notice = {
  intent: 'warning',
  title: strings.tieOut.noNumberTitle,
  text: strings.tieOut.noNumber,
};

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

export const noNumberNotice: Notice = {
  intent: 'warning',
  title: strings.confirm.noNumberTitle,
  text: strings.confirm.noNumber,
};

export function nothingSentNotice(notice: Notice): Notice {
  return { ...notice, text: `${notice.text} ${strings.notices.nothingSent}` };
}
