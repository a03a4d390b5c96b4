import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { PaymentRegular, PersonAccountsRegular } from '@fluentui/react-icons';
import { isSending } from '../events.ts';
import type { Busy, PlaceName } from '../state.ts';
import { strings } from '../../words/index.ts';

interface PlaceTabsProps {
  place: PlaceName;
  busy: Busy | null;
  onGo: (place: PlaceName) => void;
}

const icons: Record<PlaceName, typeof PaymentRegular> = {
  payouts: PaymentRegular,
  registrations: PersonAccountsRegular,
};

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The two things that are done here. While something is under way nobody changes over; choosing the other one says why. */
export function PlaceTabs({ place, busy, onGo }: PlaceTabsProps) {
  const styles = useStyles();
  return (
    <nav className={styles.root}>
      <TabList
        size="small"
        aria-label={strings.places.label}
        selectedValue={place}
        onTabSelect={(_event, { value }) => onGo(value as PlaceName)}
      >
        {(Object.keys(icons) as PlaceName[]).map((name) => {
          const Icon = icons[name];
          const waits = busy !== null && name !== place;
          return (
            <Tab
              key={name}
              value={name}
              icon={<Icon />}
              {...(waits && { 'aria-disabled': true, title: strings.places.waitText(isSending(busy)) })}
            >
              {strings.places.names[name]}
            </Tab>
          );
        })}
      </TabList>
    </nav>
  );
}
