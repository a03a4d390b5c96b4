import { Checkbox, Text } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { Session } from '../../../contract/index.ts';
import type { RegistrationPlan } from '../../../domain/index.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { countOf, submissionOf } from '../../registrations/submission.ts';
import { registering } from '../../../words/index.ts';
import type { Busy } from '../../state.ts';
import { whyNotRegister } from '../../why-not.ts';
import { ActionButton } from '../action-button.tsx';
import { WithHelp } from '../help.tsx';
import { Message } from '../message.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { Screen } from '../screen.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useSurface } from '../use-surface.ts';

interface RegistrationConfirmScreenProps {
  reading: RegistrationReading;
  plan: RegistrationPlan;
  ticked: boolean;
  session: Session;
  busy: Busy | null;
  onTick: (ticked: boolean) => void;
  onBack: () => void;
  onRegister: () => void;
}

/** The last look before anything is registered; for bank details somebody says that the payee was called. */
export function RegistrationConfirmScreen(props: RegistrationConfirmScreenProps) {
  const { reading, plan, ticked, session, busy } = props;
  const { kind } = reading;
  const surface = useSurface();
  const hint = useId();
  const submission = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const { toSend } = submission;
  const isInstructions = kind === 'payment-instructions';
  const notTicked = isInstructions && !ticked ? registering.confirm.tickFirst : null;
  const why = whyNotRegister(session, submission, reading) ?? notTicked;
  const keys = new Set(toSend.map(({ registration }) => entityOf(registration.registration)));
  const known = [...keys].filter((id) => countOf(reading.entities[id]) > 0).length;
  return (
    <Screen
      why={why}
      asks
      actions={
        <>
          <ActionButton label={registering.confirm.back} disabled={busy !== null} onClick={props.onBack} />
          <ActionButton
            primary
            asks
            label={registering.confirm.register(kind, toSend.length)}
            disabled={busy !== null || why !== null}
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
          <WithHelp topic="call-back">
            <SectionTitle>{registering.confirm.callBackTitle}</SectionTitle>
          </WithHelp>
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
      <Message
        intent={session.mode === 'live' ? 'warning' : 'info'}
        text={session.mode === 'live' ? registering.confirm.liveText : registering.confirm.sandboxText}
      />
    </Screen>
  );
}

function entityOf(registration: RegistrationPlan['groups'][number]['registration']): string {
  return registration.kind === 'payment-instructions' ? registration.entity : '';
}
