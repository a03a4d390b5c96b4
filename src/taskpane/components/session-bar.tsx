import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { PersonRegular, SignOutRegular } from '@fluentui/react-icons';
import type { Session } from '../../contract/index.ts';
import { strings } from '../strings.ts';

interface SessionBarProps {
  session: Session | null;
  /** While money moves nobody signs out. */
  disabled: boolean;
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
  name: { margin: 0, whiteSpace: 'nowrap', flexShrink: 0 },
  mode: { flexShrink: 0 },
  spacer: { flexGrow: 1 },
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

/** Which product, which Nova, and who. Live and sandbox differ in words, shape and colour, never in colour alone. */
export function SessionBar({ session, disabled, onSignOut }: SessionBarProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <Text as="h1" weight="semibold" className={styles.name}>
        {strings.productName}
      </Text>
      {session !== null && (
        <>
          <ModeBadge mode={session.mode} />
          <span className={styles.spacer} />
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
                  <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
                    {strings.session.signOut}
                  </MenuItem>
                </MenuGroup>
              </MenuList>
            </MenuPopover>
          </Menu>
        </>
      )}
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
