import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { copyText } from '../copy-text.ts';
import { strings } from '../../words/index.ts';
import { useSurface } from './use-surface.ts';

/** Says in its own place whether the text is on the clipboard; where the browser refuses, the text can be selected. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const { breakable } = useSurface();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <Button
      icon={copied === true ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => setCopied(copyText(text))}
    >
      <span aria-live="polite" className={breakable}>
        {copied === null ? label : copied ? strings.result.copied : strings.result.notCopied}
      </span>
    </Button>
  );
}
