import { copyText } from './copy-text.ts';
import { diagnosisOf } from './diagnosis.ts';
import { paneVersion } from './pane-version.ts';
import type { Store } from './store.ts';
import { strings } from './strings.ts';

/** Copies a diagnosis for whoever helps, and says what it holds and what it does not. */
export function reportProblem({ get, dispatch }: Store): void {
  const copied = copyText(
    diagnosisOf(get(), {
      version: paneVersion(document),
      at: new Date().toISOString(),
      userAgent: navigator.userAgent,
      widthPx: window.innerWidth,
    }),
  );
  const { report } = strings;
  dispatch({
    type: 'notice',
    notice: copied
      ? { intent: 'success', title: report.copiedTitle, text: report.copiedText }
      : { intent: 'warning', title: report.refusedTitle, text: report.refusedText },
  });
}
