import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { TableCellEditRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { formatMoney, strings } from '../../words/index.ts';
import type { TieOut } from '../state.ts';
import { WithHelp } from './help.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

interface TieOutCardProps {
  tieOut: TieOut | null;
  disabled: boolean;
  onTake: () => void;
  onClear: () => void;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

/** The cell that holds the user's own total, read anew with each check. */
export function TieOutCard({ tieOut, disabled, onTake, onClear }: TieOutCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  return (
    <section className={surface.card} aria-labelledby={title}>
      <WithHelp topic="tie-out">
        <SectionTitle id={title}>{strings.tieOut.title}</SectionTitle>
      </WithHelp>
      <div>
        {tieOut === null && (
          <Text block size={200} className={surface.quiet}>
            {strings.tieOut.text}
          </Text>
        )}
        {/* There before its text is, so that this is spoken. */}
        <div role="status">
          {tieOut?.amountCents === null && (
            <Text className={styles.wrong}>{strings.tieOut.unreadable(tieOut.address)}</Text>
          )}
          {typeof tieOut?.amountCents === 'number' && (
            <div className={surface.row}>
              <Text className={surface.breakable}>{strings.tieOut.at(tieOut.address)}</Text>
              <Text className={surface.amount}>{formatMoney(tieOut.amountCents, tieOut.currency)}</Text>
            </div>
          )}
        </div>
      </div>
      <div className={styles.buttons}>
        <Button size="small" icon={<TableCellEditRegular />} disabledFocusable={disabled} onClick={onTake}>
          {tieOut === null ? strings.tieOut.take : strings.tieOut.takeOther}
        </Button>
        {tieOut !== null && (
          <Button size="small" appearance="subtle" disabledFocusable={disabled} onClick={onClear}>
            {strings.tieOut.clear}
          </Button>
        )}
      </div>
    </section>
  );
}
