import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { distributionIdSchema, type Unknown } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { strings } from '../../words/index.ts';
import { LinkById } from './link-by-id.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

export interface Resolving {
  onLink: (distribution: PlannedDistribution, outcome: Unknown, distributionId: string) => void;
  onDeclare: (distribution: PlannedDistribution, outcome: Unknown, reason: string) => void;
}

interface ResolveUnknownProps extends Resolving {
  distribution: PlannedDistribution;
  outcome: Unknown;
  disabled: boolean;
}

/** As the contract asks, so that nobody waits for a refusal that is certain. */
export const shortestReason = 10;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  button: { alignSelf: 'flex-start' },
});

/** Two ways out of an unknown outcome whose key has ended; the proxy decides whether either holds. */
export function ResolveUnknown({ distribution, outcome, disabled, onLink, onDeclare }: ResolveUnknownProps) {
  const styles = useStyles();
  const surface = useSurface();
  const [reason, setReason] = useState('');
  const isReason = reason.trim().length >= shortestReason;
  return (
    <div className={styles.root}>
      <SectionTitle>{strings.resolve.title}</SectionTitle>
      <Text size={200} className={surface.breakable}>
        {strings.resolve.text(outcome.submittedFor ?? null)}
      </Text>
      <LinkById
        label={strings.resolve.linkField}
        hint={strings.resolve.linkHint}
        wrong={strings.resolve.linkWrong}
        button={strings.resolve.link}
        isId={(id) => distributionIdSchema.safeParse(id).success}
        disabled={disabled}
        onLink={(id) => onLink(distribution, outcome, id)}
      />
      <Field label={strings.resolve.declareField} hint={strings.resolve.declareHint}>
        <Textarea value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <Button
        className={styles.button}
        disabledFocusable={disabled || !isReason}
        onClick={() => onDeclare(distribution, outcome, reason.trim())}
      >
        {strings.resolve.declare}
      </Button>
    </div>
  );
}
