import { Field, Input, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { strings } from '../../words/index.ts';
import { useSaid } from './use-said.ts';
import { useSurface } from './use-surface.ts';

interface ListSearchProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** How many of how many are shown. */
  found: number;
  total: number;
  /** What the list can be cut down to; none, no choice. The first shows all. */
  kinds: readonly { kind: string; label: string }[];
  kind: string;
  onKind: (kind: string) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: tokens.spacingHorizontalS,
    // A label that takes two lines leaves its field beside the other.
    alignItems: 'end',
    '& input, & select': { minWidth: 0, width: '100%' },
  },
});

/** How long a pause in typing is. */
const pauseMs = 700;

/** Search and filter above a long list, and how much of it they leave, spoken once somebody pauses. */
export function ListSearch(props: ListSearchProps) {
  const { label, text, found, total, kinds, kind } = props;
  const styles = useStyles();
  const surface = useSurface();
  const isNarrowed = text.trim() !== '' || kind !== kinds[0]?.kind;
  const left = isNarrowed ? strings.search.found(found, total) : null;
  useSaid(left, { afterMs: pauseMs });
  return (
    <div className={styles.root} role="search" aria-label={label}>
      <div className={styles.fields}>
        <Field label={label}>
          <Input
            type="search"
            contentBefore={<SearchRegular />}
            value={text}
            maxLength={200}
            onChange={(_event, { value }) => props.onText(value)}
          />
        </Field>
        {kinds.length > 1 && (
          <Field label={strings.search.filter}>
            <Select value={kind} onChange={(_event, { value }) => props.onKind(value)}>
              {kinds.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {one.label}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <div className={mergeClasses(surface.small, surface.quiet)}>
        {left !== null && <Text size={200}>{left}</Text>}
      </div>
    </div>
  );
}
