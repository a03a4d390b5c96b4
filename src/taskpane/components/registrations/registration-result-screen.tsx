import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RegistrationOutcome, Session } from '../../../contract/index.ts';
import type { RegistrationResult, UnplacedRegistration } from '../../../domain/index.ts';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationResults } from '../../registrations/phase.ts';
import { resultLines, shownEnding, unplacedLines } from '../../registrations/results-text.ts';
import { linkable } from '../../registrations/submission.ts';
import { registering } from '../../../words/index.ts';
import { fateOf, gravestOf, isOpen, mainAsks, nextStepOf } from '../../run-story.ts';
import type { Busy, Writing } from '../../state.ts';
import { CardList } from '../card-list.tsx';
import { attentionFirst, RunResult, RunResultActions } from '../run-result.tsx';
import { SectionTitle } from '../section-title.tsx';
import type { UnplacedLine } from '../unplaced-list.tsx';
import { useSurface } from '../use-surface.ts';
import { factsOf, headOf } from './item-list.tsx';
import { LinkForm } from './link-form.tsx';
import { MaskingCard } from './masking-card.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { outcomeView, type OutcomeView } from './outcome-view.ts';
import { WithIds } from '../with-ids.tsx';

interface RegistrationResultScreenProps {
  results: RegistrationResults;
  writing: Writing<UnplacedRegistration>;
  session: Session;
  busy: Busy | null;
  actions: RegistrationActions;
}

const isDone = (one: RegistrationOutcome | null) => one?.outcome === 'accepted';

/** What became of each row, and whether the sheet says the same. */
export function RegistrationResultScreen(props: RegistrationResultScreenProps) {
  const { results, writing, session, busy, actions } = props;
  const { outcomes, stop, kind } = results;
  const unplaced = writing.status === 'written' ? writing.unplaced : [];
  const items = outcomes.flatMap(({ outcome, registration }) => outcome ?? registration.rows.map(() => null));
  const waiting = items.filter((one) => one?.outcome === 'awaiting-approval').length;
  const inDoubtKey = stop?.reason === 'failed' ? stop.inDoubtKey : null;
  const present = outcomes.flatMap(({ outcome, registration }) =>
    registration.rows.map((_row, index) => fateOf(outcome?.[index] ?? null, registration.key === inDoubtKey)),
  );
  const open = present.filter(isOpen).length;
  const done = items.filter(isDone).length;
  const next = nextStepOf(present, writing);
  const ordered = useMemo(
    () => attentionFirst(outcomes, ({ outcome }) => (outcome ?? [null]).every(isDone)),
    [outcomes],
  );
  return (
    <RunResult
      heading={
        done === 0 && open > 0
          ? registering.result.open(kind, open)
          : registering.result.heading(kind, done, items.length)
      }
      text={[
        ...(waiting > 0 ? [`${registering.result.waiting(waiting)}.`] : []),
        registering.result.next[next],
      ].join(' ')}
      words={registering.result}
      stop={stop}
      notSent={outcomes.filter(({ outcome }) => outcome === null).length}
      writing={writing}
      busy={busy}
      lines={() => resultLines(results)}
      unplaced={{ list: unplaced.map(lineOf), lines: unplacedLines(unplaced) }}
      onJump={(cell) => void actions.jumpTo(cell)}
      onWriteSheet={() => void actions.writeSheet()}
      asks={mainAsks(next)}
      actions={
        <RunResultActions
          writing={writing}
          busy={busy}
          next={next === 'writing' ? gravestOf(present) : next}
          rowCount={done}
          isRestLeft={!items.every(isDone)}
          onWrite={() => void actions.write()}
          onCheckAgain={() => void actions.checkAgain()}
          onLeave={() => actions.go('source')}
        />
      }
      before={<MaskingCard results={results} writing={writing} busy={busy} actions={actions} />}
    >
      <CardList
        items={ordered}
        label={registering.result.cards}
        estimatedHeightPx={120}
        keyOf={({ registration }) => registration.key}
        renderItem={(entry) => (
          <ResultGroup
            entry={entry}
            isInDoubt={inDoubtKey === entry.registration.key}
            isAdmin={session.roles.includes('admin')}
            disabled={busy !== null}
            actions={actions}
          />
        )}
      />
    </RunResult>
  );
}

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  status: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ResultGroupProps {
  entry: RegistrationResult;
  isInDoubt: boolean;
  isAdmin: boolean;
  disabled: boolean;
  actions: RegistrationActions;
}

function ResultGroup({ entry, isInDoubt, isAdmin, disabled, actions }: ResultGroupProps) {
  const styles = useStyles();
  const surface = useSurface();
  const { registration, outcome } = entry;
  const { kind } = registration.registration;
  return (
    <article className={surface.card}>
      <SectionTitle>{registration.title}</SectionTitle>
      {registration.rows.map((row, index) => {
        const one = outcome?.[index] ?? null;
        const link = linkable(one);
        const view = one === null ? withoutAnswer(isInDoubt) : outcomeView(one, 'after');
        return (
          <div key={row.index} className={styles.item}>
            <Text className={surface.breakable}>{headOf(row)}</Text>
            <Text size={200} className={`${surface.quiet} ${surface.breakable}`}>
              {factsOf(row).join(', ')}
            </Text>
            <span className={styles.status}>
              {one !== null && <OutcomeBadge outcome={one} when="after" />}
              {one === null && (
                <Badge appearance="tint" color={view.color}>
                  {badgeWithoutAnswer(isInDoubt)}
                </Badge>
              )}
              {one?.outcome === 'accepted' && (
                <span className={surface.id} translate="no">
                  {one.id}
                </span>
              )}
            </span>
            {view.texts.map((text) => (
              <Text key={text} size={200} className={surface.breakable}>
                <WithIds text={text} />
              </Text>
            ))}
            {link !== null && (
              <LinkForm
                kind={kind}
                outcome={link}
                isAdmin={isAdmin}
                disabled={disabled}
                onLink={(id) => void actions.linkItem({ registration, index }, link.entryId, id)}
              />
            )}
          </div>
        );
      })}
    </article>
  );
}

function badgeWithoutAnswer(isInDoubt: boolean): string {
  const { badges } = registering.result;
  return isInDoubt ? badges.unknown : badges['not-sent'];
}

function withoutAnswer(isInDoubt: boolean): OutcomeView {
  const { result } = registering;
  return isInDoubt
    ? { color: 'warning', texts: [result.inDoubt] }
    : { color: 'informative', texts: [result.notSent] };
}

function lineOf({ title, entity, accountEnding, id, reason }: UnplacedRegistration): UnplacedLine {
  const ids = entity === null ? [id] : [id, entity];
  return { title, detail: shownEnding(accountEnding), ids, reason };
}
