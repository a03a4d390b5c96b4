import { Field, Select } from '@fluentui/react-components';
import { registrationKindSchema } from '../../../contract/index.ts';
import { registrationForm } from '../../../domain/index.ts';
import type { DeskActions } from '../../controller.ts';
import { formView } from '../../form-view.ts';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { registering } from '../../registration-strings.ts';
import type { Busy } from '../../state.ts';
import { checkingOf } from '../bind-actions.ts';
import { CheckedScreen } from '../checked-screen.tsx';

interface RegistrationCheckScreenProps {
  reading: RegistrationReading;
  warningsSeen: boolean;
  busy: Busy | null;
  marking: boolean;
  actions: RegistrationActions;
  shared: Pick<DeskActions, 'mark' | 'openSettings'>;
}

/** The check of payee details: the shared screen, and what the table is taken for. */
export function RegistrationCheckScreen(props: RegistrationCheckScreenProps) {
  const { reading, busy, actions, shared } = props;
  const { kind, isRecognised } = reading;
  const choice = (
    <Field
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
    </Field>
  );
  return (
    <CheckedScreen
      {...props}
      {...checkingOf(actions, shared)}
      form={formView(registrationForm(kind))}
      words={registering}
      before={!isRecognised && choice}
      aboutTable={isRecognised && choice}
    />
  );
}
