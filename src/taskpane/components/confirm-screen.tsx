import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMemo, type FormEvent } from 'react';
import type { NovaMode } from '../../contract/index.ts';
import type { CurrencyTotal, SubmissionPlan } from '../../domain/index.ts';
import { allConfirmed } from '../control-total.ts';
import type { Busy, Reading } from '../state.ts';
import { amountsOf, strings } from '../strings.ts';
import { submissionOf } from '../submission.ts';
import { ActionButton } from './action-button.tsx';
import { ControlTotalField } from './control-total-field.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { useSurface } from './use-surface.ts';

interface ConfirmScreenProps {
  reading: Reading;
  plan: SubmissionPlan;
  typed: Readonly<Record<string, string>>;
  mode: NovaMode;
  busy: Busy | null;
  onType: (currency: string, text: string) => void;
  onTake: (total: CurrencyTotal) => void;
  onBack: () => void;
  onStage: () => void;
}

/** The last look before money is committed: the total comes from the user, not from the pane. */
export function ConfirmScreen(props: ConfirmScreenProps) {
  const { reading, plan, typed, mode, busy } = props;
  const surface = useSurface();
  const { toSend, totals } = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const isReady = busy === null && allConfirmed(totals, typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) props.onStage();
  };
  return (
    <Screen
      actions={
        <>
          <ActionButton label={strings.confirm.back} disabled={busy !== null} onClick={props.onBack} />
          <ActionButton
            primary
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
      <MessageBar intent={mode === 'live' ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          {mode === 'live' ? strings.confirm.liveText : strings.confirm.sandboxText}
        </MessageBarBody>
      </MessageBar>
    </Screen>
  );
}
