import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { printReceipt } from '../print-receipt.ts';
import { receiptAsCsv, receiptOf, stagedIn } from '../receipt.ts';
import type { Results } from '../state.ts';
import { strings } from '../../words/index.ts';
import { DownloadButton } from './download-button.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What was staged, to keep: as a file and on paper. */
export function ReceiptCard({ results }: { results: Results }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <section className={surface.card} aria-label={strings.receipt.heading}>
      <SectionTitle>{strings.receipt.heading}</SectionTitle>
      <Text size={200}>{strings.receipt.text}</Text>
      <div className={styles.buttons}>
        <DownloadButton
          label={strings.receipt.save}
          fileName={strings.receipt.file}
          text={() => receiptAsCsv(stagedIn(results))}
        />
        <Button icon={<PrintRegular />} onClick={() => printReceipt(receiptOf(stagedIn(results)))}>
          {strings.receipt.print}
        </Button>
      </div>
    </section>
  );
}
