import {
  Badge,
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useId, useState, type FormEvent } from 'react';
import {
  historyOutcomeSchema,
  type HistoryFilter,
  type HistoryLine,
  type HistoryOutcome,
} from '../../contract/index.ts';
import { formatInstant, formatMoney, withReadableTimes } from '../format.ts';
import { oversight } from '../oversight-strings.ts';
import type { HistoryView } from '../side-view.ts';
import type { Busy, PlaceName } from '../state.ts';
import { strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface HistoryScreenProps {
  view: HistoryView;
  /** Where "Back" leads. */
  place: PlaceName;
  busy: Busy | null;
  onShow: (filter: HistoryFilter) => void;
  onMore: () => void;
  onExport: () => void;
  onLeave: () => void;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  search: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
  grow: { flexGrow: 1, minWidth: 0 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: tokens.spacingHorizontalS,
    '& input, & select': { minWidth: 0, width: '100%' },
  },
  line: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  more: { alignSelf: 'flex-start' },
});

/** The audit log, filtered. */
export function HistoryScreen(props: HistoryScreenProps) {
  const { view, place, busy, onShow, onMore, onExport, onLeave } = props;
  const styles = useStyles();
  const words = oversight.history;
  const isEmpty = view.lines.length === 0;
  return (
    <Screen
      actions={
        <>
          <ActionButton label={oversight.backTo[place]} disabled={busy !== null} onClick={onLeave} />
          <ActionButton
            label={words.export}
            disabled={busy !== null || isEmpty}
            working={busy === 'looking'}
            onClick={onExport}
          />
        </>
      }
    >
      <ScreenHeading title={words.title}>{words.text}</ScreenHeading>
      <Filters filter={view.filter} disabled={busy !== null} onShow={onShow} />
      {isEmpty ? (
        <div role="status">
          <Text block weight="semibold">
            {words.none}
          </Text>
          <Text>{words.noneText}</Text>
        </div>
      ) : (
        <VirtualList
          items={view.lines}
          label={words.list}
          estimatedHeightPx={96}
          keyOf={({ sequence }) => String(sequence)}
          renderItem={(line) => <Line line={line} />}
        />
      )}
      {view.nextBefore !== null && (
        <Button className={styles.more} disabledFocusable={busy !== null} onClick={onMore}>
          {words.more}
        </Button>
      )}
    </Screen>
  );
}

interface FiltersProps {
  filter: HistoryFilter;
  disabled: boolean;
  onShow: (filter: HistoryFilter) => void;
}

function Filters({ filter, disabled, onShow }: FiltersProps) {
  const styles = useStyles();
  const words = oversight.history;
  const panel = useId();
  const [draft, setDraft] = useState(filter);
  const [isOpen, setIsOpen] = useState(() => Object.keys(given(filter)).some((name) => name !== 'text'));
  const set =
    (name: keyof HistoryFilter) =>
    (_event: unknown, { value }: { value: string }) =>
      setDraft({ ...draft, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) onShow(given(draft));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.search}>
        <Field label={words.search} className={styles.grow}>
          <Input
            type="search"
            className={styles.grow}
            placeholder={words.searchHint}
            value={draft.text ?? ''}
            maxLength={200}
            onChange={set('text')}
          />
        </Field>
        <Button
          icon={<FilterRegular />}
          aria-label={words.filters}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setIsOpen(!isOpen)}
        />
        <Button type="submit" disabledFocusable={disabled}>
          {words.show}
        </Button>
      </div>
      <div id={panel} hidden={!isOpen} className={isOpen ? styles.fields : undefined}>
        <Field label={words.who}>
          <Input value={draft.who ?? ''} maxLength={200} onChange={set('who')} />
        </Field>
        <Field label={words.workbook}>
          <Input value={draft.workbook ?? ''} maxLength={260} onChange={set('workbook')} />
        </Field>
        <Field label={words.outcome}>
          <Select value={draft.outcome ?? ''} onChange={set('outcome')}>
            <option value="">{words.anyOutcome}</option>
            {historyOutcomeSchema.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {words.outcomeNames[outcome]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.from}>
          <Input type="date" value={draft.from ?? ''} onChange={set('from')} />
        </Field>
        <Field label={words.to}>
          <Input type="date" value={draft.to ?? ''} onChange={set('to')} />
        </Field>
      </div>
    </form>
  );
}

/** What is empty is no filter. */
function given(filter: HistoryFilter): HistoryFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined),
  );
}

const colors: Record<HistoryOutcome, 'success' | 'danger' | 'warning' | 'informative'> = {
  accepted: 'success',
  approved: 'success',
  rejected: 'danger',
  refused: 'danger',
  unknown: 'warning',
  returned: 'warning',
  'not-sent': 'informative',
  'awaiting-approval': 'informative',
};

function Line({ line }: { line: HistoryLine }) {
  const styles = useStyles();
  const surface = useSurface();
  const words = oversight.history;
  const { entry } = line;
  // The mark and the id say it already.
  const id = entry?.distributionId ?? entry?.registeredId ?? null;
  const isSaid = line.outcome === 'accepted' && id !== null;
  return (
    <div className={styles.line}>
      <div className={surface.row}>
        <Text weight="semibold">{words.action(line.action)}</Text>
        {line.outcome !== null && (
          <Badge appearance="tint" color={colors[line.outcome]}>
            {words.outcomeNames[line.outcome]}
          </Badge>
        )}
      </div>
      {entry !== null && (
        <div className={surface.row}>
          <Text className={surface.breakable}>{entry.name}</Text>
          {(entry.kind ?? 'distribution') === 'distribution' && (
            <Text className={surface.amount}>
              {entry.totalCents === null || entry.currency === null
                ? strings.preview.payments(entry.paymentCount)
                : formatMoney(entry.totalCents, entry.currency)}
            </Text>
          )}
        </div>
      )}
      {id !== null && <div className={surface.id}>{id}</div>}
      {!isSaid && (
        <div className={mergeClasses(surface.small, surface.breakable)}>{withReadableTimes(line.result)}</div>
      )}
      <div className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
        {line.userName}, {formatInstant(line.at)}
        {line.workbook !== null && line.workbook !== '' && <> · {words.place(line.workbook, line.sheet)}</>}
        {' · '}
        {words.line(line.sequence)}
        {line.requestIds.length > 0 && <> · {words.requests(line.requestIds)}</>}
      </div>
    </div>
  );
}
