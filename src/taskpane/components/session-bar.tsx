import {
  Badge,
  Button,
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
import { PersonRegular, SettingsRegular, SignOutRegular } from '@fluentui/react-icons';
import type { Session } from '../../contract/index.ts';
import { strings } from '../strings.ts';

interface SessionBarProps {
  session: Session;
  /** The check runs again by itself. */
  rechecking: boolean;
  /** While money moves nobody signs out. */
  disabled: boolean;
  onSettings: () => void;
  onSignOut: () => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  rechecking: { color: tokens.colorNeutralForeground2, minWidth: 0 },
  mode: { flexShrink: 0 },
  spacer: { flexGrow: 1, display: 'flex' },
  user: {
    minWidth: '32px',
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
export function SessionBar({ session, rechecking, disabled, onSettings, onSignOut }: SessionBarProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <ModeBadge mode={session.mode} />
      <span role="status" className={mergeClasses(styles.spacer, styles.rechecking)}>
        {rechecking && (
          <Spinner
            size="extra-tiny"
            labelPosition="after"
            label={<Text size={200}>{strings.problems.rechecking}</Text>}
          />
        )}
      </span>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<PersonRegular />}
            className={styles.user}
            aria-label={strings.session.menu(session.userName)}
            disabled={disabled}
          >
            <span className={styles.userName}>{session.userName}</span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{session.userName}</MenuGroupHeader>
              {session.organizationId !== null && (
                <MenuGroupHeader>{strings.session.organization(session.organizationId)}</MenuGroupHeader>
              )}
              <MenuItem icon={<SettingsRegular />} onClick={onSettings}>
                {strings.session.settings}
              </MenuItem>
              <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
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
