import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Unwritten } from '../../registrations/kept.ts';
import { registering } from '../../../words/index.ts';
import type { Session } from '../../../contract/index.ts';
import type { TableCandidate } from '../../../domain/index.ts';
import type { Nearby } from '../../nearby.ts';
import { whyNotAllowed } from '../../may-send.ts';
import type { Busy } from '../../state.ts';
import { SectionTitle } from '../section-title.tsx';
import { SourceFrame } from '../source-frame.tsx';
import { useSurface } from '../use-surface.ts';

interface RegistrationSourceScreenProps {
  session: Session;
  busy: Busy | null;
  /** What was registered and does not stand in the sheet; null when there is nothing. */
  unwritten: Unwritten | null;
  nearby: Nearby | null;
  onCheck: () => void;
  onCheckTable: (candidate: TableCandidate) => void;
  onChooseTable: () => void;
  onFinish: () => void;
  onLeaveUnwritten: () => void;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function RegistrationSourceScreen(props: RegistrationSourceScreenProps) {
  const { busy, unwritten } = props;
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  return (
    <SourceFrame
      words={registering.source}
      busy={busy}
      notAllowed={whyNotAllowed(props.session, registering.preview.noPreparer)}
      working={busy === 'checking' ? registering.source.checking : null}
      nearby={props.nearby}
      onCheckTable={props.onCheckTable}
      onCheck={props.onCheck}
      onChooseTable={props.onChooseTable}
    >
      {unwritten !== null && (
        <section className={surface.card} aria-labelledby={title}>
          <SectionTitle id={title}>{registering.unwritten.title}</SectionTitle>
          <Text className={surface.breakable}>
            {registering.unwritten.text(
              unwritten.kind,
              unwritten.count,
              unwritten.reference.tableName ?? unwritten.reference.sheetName,
            )}
          </Text>
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={busy !== null} onClick={props.onFinish}>
              {registering.unwritten.write}
            </Button>
            <Button appearance="subtle" disabledFocusable={busy !== null} onClick={props.onLeaveUnwritten}>
              {registering.unwritten.later}
            </Button>
          </div>
        </section>
      )}
    </SourceFrame>
  );
}
