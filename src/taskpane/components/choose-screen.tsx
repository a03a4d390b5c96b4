import { Badge, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import type { TableCandidate } from '../../domain/index.ts';
import type { Busy } from '../state.ts';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { StateMessage } from './state-message.tsx';
import { useSurface } from './use-surface.ts';

interface ChooseScreenProps {
  candidates: readonly TableCandidate[];
  busy: Busy | null;
  onChoose: (candidate: TableCandidate) => void;
  onBack: () => void;
}

const useStyles = makeStyles({
  item: {
    width: '100%',
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    rowGap: tokens.spacingVerticalXXS,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    },
  },
  working: { minHeight: '32px' },
});

/** Every table of the workbook, where the one at the selection is not the one that is meant. */
export function ChooseScreen({ candidates, busy, onChoose, onBack }: ChooseScreenProps) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <Screen actions={<ActionButton label={strings.choose.back} disabled={busy !== null} onClick={onBack} />}>
      {candidates.length === 0 ? (
        <StateMessage icon={<TableRegular />} title={strings.choose.noneTitle} text={strings.choose.none} />
      ) : (
        <ScreenHeading title={strings.choose.title}>{strings.choose.text}</ScreenHeading>
      )}
      <ul className={surface.list} aria-label={strings.choose.list}>
        {candidates.map((candidate) => (
          <li key={`${candidate.kind} ${candidate.address} ${candidate.label}`}>
            <button
              type="button"
              className={mergeClasses(surface.card, styles.item)}
              aria-disabled={busy !== null}
              onClick={() => {
                if (busy === null) onChoose(candidate);
              }}
            >
              <span className={surface.row}>
                <Text weight="semibold" className={surface.breakable} translate="no">
                  {candidate.label}
                </Text>
                {candidate.hiddenSheet && (
                  <Badge appearance="tint" color="warning">
                    {strings.choose.hidden}
                  </Badge>
                )}
              </span>
              <Text size={200} className={mergeClasses(surface.quiet, surface.breakable)}>
                {strings.choose.kinds[candidate.kind]}
                {candidate.label === candidate.address ? '' : ', '}
                <span translate="no">{candidate.label === candidate.address ? '' : candidate.address}</span>
              </Text>
              <Text size={200} className={mergeClasses(surface.quiet, surface.breakable)} translate="no">
                {candidate.reference.header
                  .filter((text) => text.trim() !== '')
                  .slice(0, 6)
                  .join(' · ')}
              </Text>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.working}>
        {busy === 'checking' && <Spinner size="tiny" label={strings.choose.reading} />}
      </div>
    </Screen>
  );
}
