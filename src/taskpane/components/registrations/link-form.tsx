import { makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  contactIdSchema,
  entityIdSchema,
  instructionsIdSchema,
  type RegistrationKind,
  type RegistrationOutcome,
} from '../../../contract/index.ts';
import { registering } from '../../../words/index.ts';
import { CopyButton } from '../copy-button.tsx';
import { LinkById } from '../link-by-id.tsx';

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
});

/** Looks up the one that exists, and takes its id for this row. */
export function LinkForm({ kind, outcome, isAdmin, disabled, onLink }: LinkFormProps) {
  const styles = useStyles();
  const holder = outcome.outcome === 'rejected' ? outcome.holder?.id : undefined;
  const { schema, prefix } = ids[kind];
  return (
    <div className={styles.root}>
      {holder !== undefined && <CopyButton label={registering.result.copyHolder} text={holder} />}
      {isAdmin ? (
        <LinkById
          label={registering.link.field[kind]}
          hint={registering.link.hint}
          wrong={registering.link.wrong(prefix)}
          button={registering.link.button}
          {...(holder !== undefined && { proposed: holder })}
          isId={(id) => schema.safeParse(id).success}
          disabled={disabled}
          onLink={onLink}
        />
      ) : (
        <Text size={200}>{registering.link.forAdmin}</Text>
      )}
    </div>
  );
}
