import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** An id as Nova writes them, `ent_…`, with the brackets, quotes and stops that lean on it. */
const leaning = /([(„“"«‹[\u202f\u00a0]*)(\b[a-z]{2,6}_[A-Za-z0-9]{3,})([)”“"»›\].,:;!?\u202f\u00a0]*)/g;

const useStyles = makeStyles({
  // On a line of its own where what is left of one is too short; broken only where none is long enough.
  whole: { display: 'inline-block', maxWidth: '100%', overflowWrap: 'anywhere' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    // Read from left to right, whatever stands around it.
    unicodeBidi: 'isolate',
    direction: 'ltr',
    // A box in a card of a narrow pane: smaller rather than in two pieces.
    '@container (max-width: 239px)': { fontSize: tokens.fontSizeBase100 },
  },
});

interface WithIdsProps {
  /** A sentence of the catalogue, or of the proxy. */
  text: string;
}

/** A sentence in which every id stands whole on one line, wherever it fits one, and is never translated. */
export function WithIds({ text }: WithIdsProps): ReactNode {
  const styles = useStyles();
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: whole, 1: before, 2: id, 3: after, index } of text.matchAll(leaning)) {
    parts.push(
      text.slice(end, index),
      <span key={index} className={styles.whole}>
        {before}
        <span className={styles.id} translate="no">
          {id}
        </span>
        {after}
      </span>,
    );
    end = index + whole.length;
  }
  return end === 0 ? text : [...parts, text.slice(end)];
}
