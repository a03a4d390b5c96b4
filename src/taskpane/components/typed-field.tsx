import { Field, type FieldProps } from '@fluentui/react-components';
import { useSaid } from './use-said.ts';

type TypedFieldProps = Omit<FieldProps, 'validationMessage'> & { validationMessage?: string };

/** A field whose message stands with it and is read with it. Fluent would have each of them interrupt as it is drawn. */
export function StillField({ validationMessage, ...props }: TypedFieldProps) {
  return (
    <Field
      {...props}
      {...(validationMessage !== undefined && {
        validationMessage: { children: validationMessage, role: undefined },
      })}
    />
  );
}

/** How long a pause in typing is. */
const pauseMs = 1_000;

/** A field that is judged as it is typed in: seen at each key, and spoken once somebody pauses. */
export function TypedField(props: TypedFieldProps) {
  useSaid(props.validationMessage ?? null, { afterMs: pauseMs });
  return <StillField {...props} />;
}
