import { copyText } from './copy-text.ts';
import { diagnosisOf } from './diagnosis.ts';
import { errorFacts } from './error-facts.ts';
import type { RequestTrace } from './request-trace.ts';
import type { Store } from './store.ts';
import { strings } from '../words/index.ts';

/** What helps whoever is asked for help. */
export interface Report {
  /** Puts a diagnosis on the clipboard; false where the browser refuses. */
  copy: () => boolean;
  /** Remembers what went wrong last, without its words. */
  note: (error: unknown) => void;
}

/** What the page says of itself, asked when a report is made. */
export interface PageFacts {
  /** The pane's own version. */
  version: string;
  excel: () => string | null;
}

export function createReport({ get }: Pick<Store, 'get'>, trace: RequestTrace, page: PageFacts): Report {
  let error: readonly string[] = [];
  return {
    note(thrown) {
      error = errorFacts(thrown);
    },
    copy() {
      const { innerWidth, innerHeight, devicePixelRatio } = window;
      return copyText(
        diagnosisOf(get(), {
          version: page.version,
          serverVersion: trace.serverVersion(),
          at: new Date().toISOString(),
          userAgent: navigator.userAgent,
          excel: page.excel(),
          language: document.documentElement.lang,
          widthPx: innerWidth,
          heightPx: innerHeight,
          zoom: devicePixelRatio,
          look: looks.filter((look) => window.matchMedia(`(${look})`).matches),
          requests: trace.latest(),
          error,
        }),
      );
    },
  };
}

const looks = ['prefers-color-scheme: dark', 'forced-colors: active', 'prefers-reduced-motion: reduce'];

/** Copies a diagnosis for whoever helps, and says what it holds and what it does not. */
export function reportProblem({ dispatch }: Store, report: Report): void {
  const copied = report.copy();
  const { copiedTitle, copiedText, refusedTitle, refusedText } = strings.report;
  dispatch({
    type: 'notice',
    notice: copied
      ? { intent: 'success', title: copiedTitle, text: copiedText }
      : { intent: 'warning', title: refusedTitle, text: refusedText },
  });
}
