import { Text } from '@fluentui/react-components';
import { useMemo, type FormEvent } from 'react';
import type { Session } from '../../contract/index.ts';
import type { CurrencyTotal, SubmissionPlan } from '../../domain/index.ts';
import type { Busy, Reading } from '../state.ts';
import { amountsOf, strings } from '../../words/index.ts';
import { addTotals, submissionOf } from '../submission.ts';
import { whyNotConfirm, whyNotStage } from '../why-not.ts';
import { ActionButton } from './action-button.tsx';
import { ControlTotalField } from './control-total-field.tsx';
import { Message } from './message.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { useSay } from './use-said.ts';
import { useSurface } from './use-surface.ts';

interface ConfirmScreenProps {
  reading: Reading;
  plan: SubmissionPlan;
  typed: Readonly<Record<string, string>>;
  session: Session;
  busy: Busy | null;
  onType: (currency: string, text: string) => void;
  onTake: (total: CurrencyTotal) => void;
  onBack: () => void;
  onStage: () => void;
}

/** The last look before money is committed: the total comes from the user, not from the pane. */
export function ConfirmScreen(props: ConfirmScreenProps) {
  const { reading, plan, typed, session, busy } = props;
  const surface = useSurface();
  const say = useSay();
  const { toSend, totals, waiting } = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const why = whyNotStage(session, toSend) ?? whyNotConfirm(totals, typed);
  const isReady = busy === null && why === null && totals.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) props.onStage();
    else if (why !== null) say(why, true);
  };
  return (
    <Screen
      why={why}
      asks
      actions={
        <>
          <ActionButton label={strings.confirm.back} disabled={busy !== null} onClick={props.onBack} />
          <ActionButton
            primary
            asks
            label={strings.confirm.stage(toSend.length, amountsOf(totals))}
            disabled={!isReady}
            working={busy === 'staging'}
            onClick={props.onStage}
          />
        </>
      }
    >
      <ScreenHeading title={strings.confirm.title} takesFocus={false}>
        {strings.confirm.text}
      </ScreenHeading>
      {waiting.length > 0 && (
        <Text size={200} className={surface.breakable}>
          {strings.confirm.without(waiting.length, amountsOf(addTotals(waiting.map((one) => one.totals))))}
        </Text>
      )}
      <form className={surface.screen} onSubmit={submit}>
        {totals.map((total, index) => (
          <ControlTotalField
            key={total.currency}
            total={total}
            text={typed[total.currency] ?? ''}
            isOnly={totals.length === 1}
            takesFocus={index === 0}
            onType={(text) => props.onType(total.currency, text)}
            onTake={() => props.onTake(total)}
          />
        ))}
      </form>
      <Message
        intent={session.mode === 'live' ? 'warning' : 'info'}
        text={session.mode === 'live' ? strings.confirm.liveText : strings.confirm.sandboxText}
      />
    </Screen>
  );
}
