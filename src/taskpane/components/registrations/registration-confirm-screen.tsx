import { Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { NovaMode } from '../../../contract/index.ts';
import type { RegistrationPlan } from '../../../domain/index.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { countOf, submissionOf } from '../../registrations/submission.ts';
import { registering } from '../../registration-strings.ts';
import type { Busy } from '../../state.ts';
import { ActionButton } from '../action-button.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { Screen } from '../screen.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useSurface } from '../use-surface.ts';

interface RegistrationConfirmScreenProps {
  reading: RegistrationReading;
  plan: RegistrationPlan;
  ticked: boolean;
  mode: NovaMode;
  busy: Busy | null;
  onTick: (ticked: boolean) => void;
  onBack: () => void;
  onRegister: () => void;
}

/** The last look before anything is registered; for bank details somebody says that the payee was called. */
export function RegistrationConfirmScreen(props: RegistrationConfirmScreenProps) {
  const { reading, plan, ticked, mode, busy } = props;
  const { kind } = reading;
  const surface = useSurface();
  const hint = useId();
  const { toSend } = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const isInstructions = kind === 'payment-instructions';
  const keys = new Set(toSend.map(({ registration }) => entityOf(registration.registration)));
  const known = [...keys].filter((id) => countOf(reading.entities[id]) > 0).length;
  return (
    <Screen
      actions={
        <>
          <ActionButton label={registering.confirm.back} disabled={busy !== null} onClick={props.onBack} />
          <ActionButton
            primary
            label={registering.confirm.register(kind, toSend.length)}
            disabled={busy !== null || (isInstructions && !ticked)}
            working={busy === 'staging'}
            onClick={props.onRegister}
          />
        </>
      }
    >
      <ScreenHeading title={registering.confirm.title}>
        {registering.confirm.sentence(kind, toSend.length, keys.size, known)}
      </ScreenHeading>
      {isInstructions && (
        <section className={surface.card}>
          <SectionTitle>{registering.confirm.callBackTitle}</SectionTitle>
          <Checkbox
            label={registering.confirm.callBack}
            aria-describedby={hint}
            checked={ticked}
            disabled={busy !== null}
            onChange={(_event, { checked }) => props.onTick(checked === true)}
          />
          <Text id={hint} size={200} className={surface.quiet}>
            {registering.confirm.callBackHint}
          </Text>
        </section>
      )}
      <MessageBar intent={mode === 'live' ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          {mode === 'live' ? registering.confirm.liveText : registering.confirm.sandboxText}
        </MessageBarBody>
      </MessageBar>
    </Screen>
  );
}

function entityOf(registration: RegistrationPlan['groups'][number]['registration']): string {
  return registration.kind === 'payment-instructions' ? registration.entity : '';
}
