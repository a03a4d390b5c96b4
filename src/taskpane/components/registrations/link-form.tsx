import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  contactIdSchema,
  entityIdSchema,
  instructionsIdSchema,
  type RegistrationKind,
  type RegistrationOutcome,
} from '../../../contract/index.ts';
import { registering } from '../../registration-strings.ts';
import { CopyButton } from '../copy-button.tsx';
import { useSurface } from '../use-surface.ts';

interface LinkFormProps {
  kind: RegistrationKind;
  outcome: Extract<RegistrationOutcome, { outcome: 'rejected' | 'unknown' }>;
  /** The proxy takes a link from administrators alone. */
  isAdmin: boolean;
  disabled: boolean;
  onLink: (id: string) => void;
}

const ids = {
  'payment-instructions': { schema: instructionsIdSchema, prefix: 'pmi_' },
  entity: { schema: entityIdSchema, prefix: 'ent_' },
  contact: { schema: contactIdSchema, prefix: 'cnt_' },
} as const;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    alignSelf: 'stretch',
    rowGap: tokens.spacingVerticalS,
  },
  button: { alignSelf: 'flex-start' },
});

/** Looks up the one that exists, and takes its id for this row. */
export function LinkForm({ kind, outcome, isAdmin, disabled, onLink }: LinkFormProps) {
  const styles = useStyles();
  const surface = useSurface();
  const holder = outcome.outcome === 'rejected' ? (outcome.holder?.id ?? null) : null;
  const [id, setId] = useState<string>(holder ?? '');
  const { schema, prefix } = ids[kind];
  const isId = schema.safeParse(id.trim()).success;
  return (
    <div className={styles.root}>
      {holder !== null && <CopyButton label={registering.result.copyHolder(holder)} text={holder} />}
      {isAdmin ? (
        <>
          <Field
            label={registering.link.field[kind]}
            hint={registering.link.hint}
            {...(id.trim() !== '' &&
              !isId && { validationState: 'warning', validationMessage: registering.link.wrong(prefix) })}
          >
            <Input
              value={id}
              autoComplete="off"
              spellCheck={false}
              input={{ className: surface.id }}
              onChange={(_event, { value }) => setId(value)}
            />
          </Field>
          <Button
            className={styles.button}
            disabledFocusable={disabled || !isId}
            onClick={() => onLink(id.trim())}
          >
            {registering.link.button}
          </Button>
        </>
      ) : (
        <Text size={200}>{registering.link.forAdmin}</Text>
      )}
    </div>
  );
}
