import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RegistrationOutcome, Session } from '../../../contract/index.ts';
import type { RegistrationResult, UnplacedRegistration } from '../../../domain/index.ts';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationResults } from '../../registrations/phase.ts';
import { resultLines, shownEnding, unplacedLines } from '../../registrations/results-text.ts';
import { linkable } from '../../registrations/submission.ts';
import { outcomeBadge, registering } from '../../registration-strings.ts';
import type { Busy, Writing } from '../../state.ts';
import { attentionFirst, RunResult, RunResultActions } from '../run-result.tsx';
import { SectionTitle } from '../section-title.tsx';
import type { UnplacedLine } from '../unplaced-list.tsx';
import { useSurface } from '../use-surface.ts';
import { factsOf, headOf } from './item-list.tsx';
import { LinkForm } from './link-form.tsx';
import { MaskingCard } from './masking-card.tsx';
import { outcomeView, type OutcomeView } from './outcome-view.ts';

interface RegistrationResultScreenProps {
  results: RegistrationResults;
  writing: Writing<UnplacedRegistration>;
  session: Session;
  busy: Busy | null;
  actions: RegistrationActions;
}

/** What became of each row, and whether the sheet says the same. */
export function RegistrationResultScreen(props: RegistrationResultScreenProps) {
  const { results, writing, session, busy, actions } = props;
  const { outcomes, stop, kind } = results;
  const unplaced = writing.status === 'written' ? writing.unplaced : [];
  const items = outcomes.flatMap(({ outcome, registration }) => outcome ?? registration.rows.map(() => null));
  const isDone = (one: RegistrationOutcome | null) => one?.outcome === 'accepted';
  const waiting = items.filter((one) => one?.outcome === 'awaiting-approval').length;
  return (
    <RunResult
      heading={registering.result.heading(kind, items.filter(isDone).length, items.length)}
      text={waiting > 0 ? registering.result.waiting(waiting) : undefined}
      words={registering.result}
      stop={stop}
      notSent={outcomes.filter(({ outcome }) => outcome === null).length}
      writing={writing}
      busy={busy}
      lines={() => resultLines(results)}
      unplaced={{ list: unplaced.map(lineOf), lines: unplacedLines(unplaced) }}
      onJump={(cell) => void actions.jumpTo(cell)}
      onWriteSheet={() => void actions.writeSheet()}
      actions={
        <RunResultActions
          writing={writing}
          busy={busy}
          isRestLeft={!items.every(isDone)}
          onWrite={() => void actions.write()}
          onCheckAgain={() => void actions.checkAgain()}
          onLeave={() => actions.go('source')}
        />
      }
      before={<MaskingCard results={results} writing={writing} busy={busy} actions={actions} />}
    >
      {attentionFirst(outcomes, ({ outcome }) => (outcome ?? [null]).every(isDone)).map((entry) => (
        <li key={entry.registration.key}>
          <ResultGroup
            entry={entry}
            isInDoubt={stop?.reason === 'failed' && stop.inDoubtKey === entry.registration.key}
            isAdmin={session.roles.includes('admin')}
            disabled={busy !== null}
            actions={actions}
          />
        </li>
      ))}
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
              <Badge appearance="tint" color={view.color}>
                {one === null ? badgeWithoutAnswer(isInDoubt) : outcomeBadge(one)}
              </Badge>
              {one?.outcome === 'accepted' && <span className={surface.id}>{one.id}</span>}
            </span>
            {view.texts.map((text) => (
              <Text key={text} size={200} className={surface.breakable}>
                {text}
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
