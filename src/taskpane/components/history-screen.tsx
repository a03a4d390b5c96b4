import {
  Badge,
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Select,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  CloudOffRegular,
  FilterRegular,
  HistoryRegular,
  ReceiptRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import { useId, useState, type FormEvent } from 'react';
import {
  historyOutcomeSchema,
  type HistoryFilter,
  type HistoryLine,
  type HistoryOutcome,
} from '../../contract/index.ts';
import { formatInstant, formatMoney, oversight, strings, withReadableTimes } from '../../words/index.ts';
import type { HistoryScope, HistoryView } from '../side-view.ts';
import type { Busy, PlaceName } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { StateMessage } from './state-message.tsx';
import { useSaid } from './use-said.ts';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface HistoryScreenProps {
  view: HistoryView;
  /** Where "Back" leads. */
  place: PlaceName;
  busy: Busy | null;
  onShow: (filter: HistoryFilter, scope: HistoryScope) => void;
  onReceipt: (distributionId: string) => void;
  onMore: () => void;
  onExport: () => void;
  onLeave: () => void;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  search: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
  grow: { flexGrow: 1, minWidth: 0 },
  // In a pane at 200 % on a line of its own.
  field: { flexBasis: '9em' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: tokens.spacingHorizontalS,
    // The browser gives a field of a day more than its half of a narrow pane.
    '& > *, & > * > *, & input, & select': { minWidth: 0 },
    '& input, & select': { width: '100%' },
  },
  line: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  // Where two names are too long for one line.
  scope: { flexWrap: 'wrap' },
  more: { alignSelf: 'flex-start' },
  receipt: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** The audit log, filtered. */
export function HistoryScreen(props: HistoryScreenProps) {
  const { view, place, busy, onShow, onReceipt, onMore, onExport, onLeave } = props;
  const styles = useStyles();
  const surface = useSurface();
  const words = oversight.history;
  const isEmpty = view.lines.length === 0;
  useSaid(isEmpty || view.loading !== 'there' ? null : words.shown(view.lines.length), { about: view.lines });
  return (
    <Screen
      actions={
        <>
          <ActionButton label={oversight.backTo[place]} disabled={busy !== null} onClick={onLeave} />
          <ActionButton
            label={words.export}
            disabled={busy !== null || isEmpty}
            working={busy === 'looking' && view.loading === 'there' && !isEmpty}
            onClick={onExport}
          />
        </>
      }
    >
      <ScreenHeading title={words.title}>{words.text}</ScreenHeading>
      <TabList
        size="small"
        className={styles.scope}
        aria-label={words.scope}
        selectedValue={view.scope}
        onTabSelect={(_event, { value }) => {
          if (busy === null) onShow(view.filter, value as HistoryScope);
        }}
      >
        <Tab value="workbook">{words.scopes.workbook}</Tab>
        <Tab value="all">{words.scopes.all}</Tab>
      </TabList>
      {view.scope === 'workbook' && view.loading === 'there' && (
        <Text size={200} className={mergeClasses(surface.quiet, surface.breakable)}>
          {view.workbooks.length === 0 ? words.notNamed : words.knownAs(view.workbooks)}
        </Text>
      )}
      <Filters
        filter={view.filter}
        isOfOne={view.scope === 'workbook'}
        disabled={busy !== null}
        onShow={(filter) => onShow(filter, view.scope)}
      />
      {isEmpty ? (
        <Nothing view={view} />
      ) : (
        <VirtualList
          items={view.lines}
          label={words.list}
          estimatedHeightPx={96}
          keyOf={({ sequence }) => String(sequence)}
          renderItem={(line) => <Line line={line} disabled={busy !== null} onReceipt={onReceipt} />}
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

/** No lines: because none came yet, because nobody answers, or because there are none. */
function Nothing({ view: { loading, filter, scope, workbooks } }: Pick<HistoryScreenProps, 'view'>) {
  const words = oversight.history;
  if (loading === 'loading') return <StateMessage icon="working" title={words.looking} isPart />;
  const said =
    loading === 'failed'
      ? { icon: <CloudOffRegular />, title: words.failed, text: words.failedText }
      : Object.keys(given(filter)).length === 0
        ? { icon: <HistoryRegular />, ...nothingYet(scope === 'workbook' && workbooks.length > 0) }
        : { icon: <SearchRegular />, title: words.none, text: words.noneText };
  return <StateMessage {...said} isPart />;
}

function nothingYet(isOfOne: boolean) {
  const { nothingHere, nothingHereText, nothingYet: title, nothingYetText } = oversight.history;
  return isOfOne ? { title: nothingHere, text: nothingHereText } : { title, text: nothingYetText };
}

interface FiltersProps {
  /** The lines are those of one workbook, so that there is none to name. */
  isOfOne: boolean;
  filter: HistoryFilter;
  disabled: boolean;
  onShow: (filter: HistoryFilter) => void;
}

function Filters({ filter, isOfOne, disabled, onShow }: FiltersProps) {
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
    const { workbook: _workbook, ...ofOne } = draft;
    if (!disabled) onShow(given(isOfOne ? ofOne : draft));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.search}>
        <Field label={words.search} className={mergeClasses(styles.grow, styles.field)}>
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
        {!isOfOne && (
          <Field label={words.workbook}>
            <Input value={draft.workbook ?? ''} maxLength={260} onChange={set('workbook')} />
          </Field>
        )}
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

/** What the ledger notes of content that it meets for the first time; to people it says nothing. */
const firstTime = 'generation 1';

interface LineProps extends Pick<HistoryScreenProps, 'onReceipt'> {
  line: HistoryLine;
  disabled: boolean;
}

function Line({ line, disabled, onReceipt }: LineProps) {
  const styles = useStyles();
  const surface = useSurface();
  const words = oversight.history;
  const { entry } = line;
  // The mark and the id say it already.
  const id = entry?.distributionId ?? entry?.registeredId ?? null;
  const isSaid = (line.outcome === 'accepted' && id !== null) || line.result === firstTime;
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
          <Text className={surface.breakable} translate="no">
            {entry.name}
          </Text>
          {(entry.kind ?? 'distribution') === 'distribution' && (
            <Text className={surface.amount}>
              {entry.totalCents === null || entry.currency === null
                ? strings.preview.payments(entry.paymentCount)
                : formatMoney(entry.totalCents, entry.currency)}
            </Text>
          )}
        </div>
      )}
      {id !== null && (
        <div className={surface.id} translate="no">
          {id}
        </div>
      )}
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
      {line.outcome === 'accepted' && entry !== null && entry.distributionId !== null && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.receipt}
          icon={<ReceiptRegular />}
          aria-label={strings.receipt.openOf(entry.name)}
          disabledFocusable={disabled}
          onClick={() => onReceipt(entry.distributionId ?? '')}
        >
          {strings.receipt.open}
        </Button>
      )}
    </div>
  );
}
