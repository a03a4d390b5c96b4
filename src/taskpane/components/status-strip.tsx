import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, ErrorCircleRegular, InfoRegular } from '@fluentui/react-icons';
import { headlineOf, isBadNews } from '../refresh-summary.ts';
import type { Background } from '../state.ts';
import { strings } from '../../words/index.ts';
import { useSaid } from './use-said.ts';

interface StatusStripProps {
  background: Background;
  disabled: boolean;
  onShow: () => void;
  onDismiss: () => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bad: {
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartColor: tokens.colorStatusDangerBorderActive,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, display: 'flex' },
  badIcon: { color: tokens.colorStatusDangerForeground1 },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0, minWidth: 'auto' },
});

/** What a refresh brought that nobody asked for: said once, quietly, where it takes nobody's place. */
export function StatusStrip({ background: { summary }, disabled, onShow, onDismiss }: StatusStripProps) {
  const styles = useStyles();
  const isBad =
    [...summary.changes, ...summary.distributionChanges].some(isBadNews) || summary.drift.length > 0;
  const parts = [
    ...headlineOf(summary),
    ...(summary.drift.length > 0 ? [strings.refresh.driftCount(summary.drift.length)] : []),
  ];
  const said = parts.length === 0 ? null : strings.refresh.changes(parts);
  useSaid(said);
  if (said === null) return null;
  return (
    <section aria-label={strings.refresh.news} className={mergeClasses(styles.root, isBad && styles.bad)}>
      <span className={mergeClasses(styles.icon, isBad && styles.badIcon)}>
        {isBad ? <ErrorCircleRegular /> : <InfoRegular />}
      </span>
      <Text size={200} className={styles.text}>
        {said}
      </Text>
      <Button size="small" className={styles.button} disabledFocusable={disabled} onClick={onShow}>
        {strings.refresh.show}
      </Button>
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        icon={<DismissRegular />}
        aria-label={strings.refresh.dismiss}
        onClick={onDismiss}
      />
    </section>
  );
}
