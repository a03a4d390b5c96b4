import { Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { registrationKindSchema } from '../../../contract/index.ts';
import { registrationForm } from '../../../domain/index.ts';
import type { DeskActions } from '../../controller.ts';
import { formView } from '../../form-view.ts';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { submissionOf } from '../../registrations/submission.ts';
import { registering, strings } from '../../../words/index.ts';
import type { Busy } from '../../state.ts';
import { checkingOf } from '../bind-actions.ts';
import { isPayoutsElsewhere } from '../../elsewhere.ts';
import { CheckedScreen } from '../checked-screen.tsx';
import { ElsewhereNote } from '../elsewhere-note.tsx';
import { StillField } from '../typed-field.tsx';

interface RegistrationCheckScreenProps {
  reading: RegistrationReading;
  warningsSeen: boolean;
  busy: Busy | null;
  marking: boolean;
  actions: RegistrationActions;
  shared: Pick<DeskActions, 'mark' | 'openSettings' | 'changeOver'>;
}

/** The check of payee details: the shared screen, and what the table is taken for. */
export function RegistrationCheckScreen(props: RegistrationCheckScreenProps) {
  const { reading, busy, actions, shared } = props;
  const { kind, isRecognised } = reading;
  const choice = (
    <StillField
      label={registering.kind.label}
      size="small"
      {...(isRecognised
        ? { hint: registering.kind.recognised }
        : { validationState: 'warning', validationMessage: registering.kind.guessed })}
    >
      <Select
        size="small"
        value={kind}
        disabled={busy !== null}
        onChange={(_event, { value }) => void actions.takeAs(registrationKindSchema.parse(value))}
      >
        {registrationKindSchema.options.map((option) => (
          <option key={option} value={option}>
            {registering.kind.names[option]}
          </option>
        ))}
      </Select>
    </StillField>
  );
  return (
    <CheckedScreen
      {...props}
      {...checkingOf(actions, shared)}
      form={formView(registrationForm(kind))}
      words={registering}
      continueLabel={useMemo(() => labelOf(reading), [reading])}
      before={
        !isRecognised && (
          <>
            {isPayoutsElsewhere(reading) && (
              <ElsewhereNote
                what="payout"
                disabled={busy !== null}
                onChangeOver={() => void shared.changeOver()}
              />
            )}
            {choice}
          </>
        )
      }
      aboutTable={isRecognised && choice}
    />
  );
}

/** What the preview will show, as far as anything is to be registered. */
function labelOf(reading: RegistrationReading): string {
  const { plan } = reading.check;
  const many = plan === null ? 0 : submissionOf(plan, reading).toSend.length;
  if (many === 0) return strings.problems.continue;
  return strings.problems.continueWith(registering.count(reading.kind, many));
}
