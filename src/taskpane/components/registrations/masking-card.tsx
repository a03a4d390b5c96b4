import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationResults } from '../../registrations/phase.ts';
import { acceptedIds } from '../../registrations/write.ts';
import { registering } from '../../../words/index.ts';
import type { Busy, Writing } from '../../state.ts';
import { Message } from '../message.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useSurface } from '../use-surface.ts';

interface MaskingCardProps {
  results: RegistrationResults;
  writing: Writing<unknown>;
  busy: Busy | null;
  actions: Pick<RegistrationActions, 'mask' | 'leaveUnmasked'>;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Offers to leave the ends of the account numbers alone in the sheet, once the ids of their rows were read back. */
export function MaskingCard({ results, writing, busy, actions }: MaskingCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  const { masking } = results;
  const many = acceptedIds(results).length;
  const isVerified = writing.status === 'written' && writing.report.mismatches.length === 0;
  if (results.kind !== 'payment-instructions' || many === 0 || masking?.status === 'left') return null;
  const words = registering.masking;
  if (masking?.status === 'done') {
    return (
      <Message
        intent={masking.masked > 0 ? 'success' : 'warning'}
        title={masking.masked > 0 ? words.done(masking.masked) : words.nothing}
        text={[
          ...(masking.masked > 0 ? [words.doneText] : []),
          ...(masking.leftAlone > 0 ? [words.leftAlone(masking.leftAlone)] : []),
        ].join(' ')}
      />
    );
  }
  if (!isVerified) return null;
  return (
    <section className={surface.card} aria-labelledby={title}>
      <SectionTitle id={title}>{words.title}</SectionTitle>
      <Text size={200} className={surface.breakable}>
        {words.text(many)}
      </Text>
      <div className={styles.buttons}>
        <Button disabledFocusable={busy !== null} onClick={() => void actions.mask()}>
          {words.mask}
        </Button>
        <Button appearance="subtle" disabledFocusable={busy !== null} onClick={actions.leaveUnmasked}>
          {words.leave}
        </Button>
      </div>
    </section>
  );
}
