import { Button, Caption1 } from '@fluentui/react-components';
import { createContext, useContext, useState, type ReactElement } from 'react';
import { strings } from '../../words/index.ts';
import type { Report } from '../report-problem.ts';

export const ReportContext = createContext<Report>({ copy: () => false, note: () => undefined });

/**
 * A button that copies a diagnosis, and what came of it, which is said in its own place: what went wrong stays beside it.
 */
export function useReport(): { button: ReactElement; told: ReactElement } {
  const report = useContext(ReportContext);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { menu, copiedTitle, copiedText, refusedTitle, refusedText } = strings.report;
  return {
    button: (
      <Button size="small" onClick={() => setCopied(report.copy())}>
        {menu}
      </Button>
    ),
    told: (
      <Caption1 block role="status">
        {copied === null
          ? null
          : copied
            ? `${copiedTitle}. ${copiedText}`
            : `${refusedTitle}. ${refusedText}`}
      </Caption1>
    ),
  };
}
