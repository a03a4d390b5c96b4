import {
  Badge,
  Button,
  CounterBadge,
  makeStyles,
  mergeClasses,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import {
  BugRegular,
  CheckmarkStarburstRegular,
  CompassNorthwestRegular,
  HistoryRegular,
  PersonRegular,
  SettingsRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import type { Session } from '../../contract/index.ts';
import { help, oversight, strings } from '../../words/index.ts';
import { WithIds } from './with-ids.tsx';

interface SessionBarProps {
  session: Session;
  /** The check runs again by itself. */
  rechecking: boolean;
  /** While money moves nobody signs out. */
  disabled: boolean;
  /** How many entries wait for this user's approval. */
  waitingCount: number;
  onApprovals: () => void;
  onHistory: () => void;
  onSettings: () => void;
  onTour: () => void;
  /** Copies a diagnosis. */
  onReport: () => void;
  onSignOut: () => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
    // At 200 % zoom.
    '@media (max-width: 239px)': {
      columnGap: tokens.spacingHorizontalXS,
      paddingInline: tokens.spacingHorizontalS,
    },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  rechecking: { color: tokens.colorNeutralForeground2, minWidth: 0 },
  mode: { flexShrink: 0 },
  // Made for one line; ids and lists of roles take more.
  header: {
    height: 'auto',
    lineHeight: tokens.lineHeightBase200,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  spacer: { flexGrow: 1, display: 'flex' },
  user: {
    minWidth: '38px',
    flexShrink: 1,
    overflow: 'hidden',
    fontWeight: tokens.fontWeightRegular,
  },
  userName: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // A name of two letters and dots says nothing; the menu shows it whole.
    '@media (max-width: 379px)': { display: 'none' },
  },
});

/**
 * Which Nova, and who; the host shows the product's name above. Live and sandbox differ in words, shape and colour, never
 * in colour alone.
 */
export function SessionBar(props: SessionBarProps) {
  const { session, rechecking, disabled, waitingCount } = props;
  const styles = useStyles();
  const isApprover = session.roles.includes('approver');
  return (
    <header className={styles.root}>
      <ModeBadge mode={session.mode} />
      <span className={mergeClasses(styles.spacer, styles.rechecking)}>
        {rechecking && (
          <Spinner
            size="extra-tiny"
            labelPosition="after"
            label={<Text size={200}>{strings.problems.rechecking}</Text>}
          />
        )}
      </span>
      {waitingCount > 0 && (
        <CounterBadge count={waitingCount} color="important" aria-hidden className={styles.mode} />
      )}
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<PersonRegular />}
            className={styles.user}
            aria-label={
              waitingCount > 0
                ? `${strings.session.menu(session.userName)}, ${oversight.approvals.waiting(waitingCount)}`
                : strings.session.menu(session.userName)
            }
            disabledFocusable={disabled}
          >
            <span className={styles.userName} translate="no">
              {session.userName}
            </span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader className={styles.header} translate="no">
                {session.userName}
              </MenuGroupHeader>
              {session.organizationId !== null && (
                <MenuGroupHeader className={styles.header}>
                  <span>
                    <WithIds text={strings.session.organization(session.organizationId)} />
                  </span>
                </MenuGroupHeader>
              )}
              <MenuGroupHeader className={styles.header}>{oversight.roles(session.roles)}</MenuGroupHeader>
              {(isApprover || session.roles.includes('preparer')) && (
                <MenuItem
                  icon={<CheckmarkStarburstRegular />}
                  onClick={props.onApprovals}
                  {...(waitingCount > 0 && { secondaryContent: String(waitingCount) })}
                >
                  {oversight.menuApprovals}
                </MenuItem>
              )}
              <MenuItem icon={<HistoryRegular />} onClick={props.onHistory}>
                {oversight.menuHistory}
              </MenuItem>
              <MenuItem icon={<SettingsRegular />} onClick={props.onSettings}>
                {strings.session.settings}
              </MenuItem>
              <MenuItem icon={<CompassNorthwestRegular />} onClick={props.onTour}>
                {help.tour.menu}
              </MenuItem>
              <MenuItem icon={<BugRegular />} onClick={props.onReport}>
                {strings.report.menu}
              </MenuItem>
              <MenuItem icon={<SignOutRegular />} onClick={props.onSignOut}>
                {strings.session.signOut}
              </MenuItem>
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}

function ModeBadge({ mode }: { mode: Session['mode'] }) {
  const live = mode === 'live';
  return (
    <Tooltip
      content={live ? strings.session.liveHint : strings.session.sandboxHint}
      relationship="description"
    >
      <Badge
        appearance={live ? 'filled' : 'tint'}
        color={live ? 'danger' : 'informative'}
        size="medium"
        className={useStyles().mode}
      >
        {live ? strings.session.live : strings.session.sandbox}
      </Badge>
    </Tooltip>
  );
}
