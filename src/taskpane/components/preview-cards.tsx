import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Session } from '../../contract/index.ts';
import type {
  CellPosition,
  DistributionGroup,
  PlannedDistribution,
  SubmissionPlan,
} from '../../domain/index.ts';
import { strings } from '../../words/index.ts';
import { paymentMarker, type PaymentMark } from '../payment-marks.ts';
import { distributionText } from '../search-distributions.ts';
import type { Reading, Repeat } from '../state.ts';
import { isNew, isReplacement, type PlannedWithHistory, type Submission } from '../submission.ts';
import { AlikeNote } from './alike-note.tsx';
import { CardList } from './card-list.tsx';
import { DistributionCard } from './distribution-card.tsx';
import { EarlierNote } from './earlier-note.tsx';
import { LimitNote } from './limit-note.tsx';
import { ReplacedNote } from './replaced-note.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { SectionTitle } from './section-title.tsx';
import { useListSearch, type SearchKinds } from './use-list-search.tsx';

interface PreviewCardsProps {
  reading: Reading;
  plan: SubmissionPlan;
  submission: Submission;
  session: Session;
  isBusy: boolean;
  resolving: Resolving;
  onRepeat: (distribution: PlannedDistribution, repeat: Repeat | null) => void;
  onStageBeside: (distribution: PlannedDistribution, entryId: string | null) => void;
  onJump: (cell: CellPosition) => void;
}

/** A distribution of the plan, or one whose rows all bear ids already. */
interface Card {
  group: DistributionGroup;
  planned: PlannedWithHistory | null;
}

/** As high as most cards are while they are closed. */
const estimatedHeightPx = 300;
const textOf = ({ group }: Card) => distributionText(group);
const keyOf = ({ group }: Card) => group.key;

/** Every distribution as a card, what is planned first; of many, those that are looked for. */
export function PreviewCards(props: PreviewCardsProps) {
  const { plan, submission, reading } = props;
  const cards = useMemo(
    () => [
      ...submission.all.map((planned): Card => ({ group: planned.distribution, planned })),
      ...plan.alreadyStaged.map((group): Card => ({ group, planned: null })),
    ],
    [plan, submission],
  );
  const kinds = useMemo(() => kindsOf(reading, submission), [reading, submission]);
  const { found, search } = useListSearch({
    ...{ items: cards, textOf, kinds },
    label: strings.search.distributions,
  });
  const planned = useMemo(() => found.filter((card) => card.planned !== null), [found]);
  const staged = useMemo(() => found.filter((card) => card.planned === null), [found]);
  const toSend = useMemo(() => new Set(submission.toSend), [submission]);
  const renderItem = (card: Card) => (
    <DistributionCard
      group={card.group}
      reading={reading}
      note={card.planned === null ? null : <Notes {...props} {...card.planned} toSend={toSend} />}
      onJump={props.onJump}
    />
  );
  const list = { source: cards, estimatedHeightPx, keyOf, renderItem };
  return (
    <>
      {search}
      {planned.length > 0 && <CardList {...list} items={planned} label={strings.preview.cards} />}
      {staged.length > 0 && (
        <>
          <div>
            <SectionTitle>{strings.preview.alreadyTitle(staged.length)}</SectionTitle>
            <Text block size={200}>
              {strings.preview.alreadyText}
            </Text>
          </div>
          <CardList {...list} items={staged} label={strings.preview.alreadyTitle(staged.length)} />
        </>
      )}
    </>
  );
}

function kindsOf(reading: Reading, { held, acceptedBefore }: Submission): SearchKinds<Card> {
  const marksOf = paymentMarker(reading);
  const hasMark = (mark: PaymentMark) => (card: Card) =>
    card.group.rows.some((row) => marksOf(row).includes(mark));
  const keysOf = (list: readonly PlannedDistribution[]) => new Set(list.map(({ key }) => key));
  const heldKeys = keysOf(held);
  const acceptedKeys = keysOf(acceptedBefore.map(({ distribution }) => distribution));
  return {
    decide: ({ planned, group }) => planned !== null && heldKeys.has(group.key),
    unusual: hasMark('unusual'),
    new: hasMark('new'),
    before: ({ planned, group }) => planned === null || acceptedKeys.has(group.key),
  };
}

interface NotesProps extends PreviewCardsProps, PlannedWithHistory {
  toSend: ReadonlySet<PlannedDistribution>;
}

/** What is to be said, and to be decided, about one distribution. */
function Notes(props: NotesProps) {
  const { distribution, earlier, alike, reading, isBusy } = props;
  const repeat = reading.repeats[distribution.key] ?? null;
  const replaces = isReplacement(distribution, earlier);
  return (
    <>
      {replaces && (
        <ReplacedNote
          distribution={distribution}
          repeat={repeat}
          disabled={isBusy}
          onRepeat={props.onRepeat}
        />
      )}
      {earlier !== null && (!replaces || earlier.outcome === 'returned') && (
        <EarlierNote
          distribution={distribution}
          outcome={earlier}
          repeat={repeat}
          disabled={isBusy}
          resolving={props.resolving}
          onRepeat={props.onRepeat}
        />
      )}
      {alike !== null && isNew(earlier) && !replaces && (
        <AlikeNote
          distribution={distribution}
          alike={alike}
          isOther={reading.others[distribution.key] === alike.entryId}
          disabled={isBusy}
          onOther={(it, isOther) => props.onStageBeside(it, isOther ? alike.entryId : null)}
        />
      )}
      {props.toSend.has(distribution) && (
        <LimitNote limits={props.session.limits} distribution={distribution} />
      )}
    </>
  );
}
