import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SealedRegistration, Session } from '../../../contract/index.ts';
import { oversight, registering } from '../../../words/index.ts';
import { shownEnding } from '../../registrations/results-text.ts';
import type { Busy } from '../../state.ts';
import { SealedFrame } from '../sealed-frame.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useSurface } from '../use-surface.ts';

interface SealedRegistrationScreenProps {
  entry: SealedRegistration;
  session: Session;
  busy: Busy | null;
  onApprove: () => void;
  onReturn: (reason: string) => void;
  onLeave: () => void;
}

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  fact: { margin: 0 },
  quiet: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
});

/** Bank details as they were sealed, beside what the payee has now. */
export function SealedRegistrationScreen({ entry, ...props }: SealedRegistrationScreenProps) {
  const styles = useStyles();
  const surface = useSurface();
  const words = registering.approvals;
  const shared = oversight.approvals;
  return (
    <SealedFrame
      {...props}
      name={words.card(entry.entityName ?? entry.entity)}
      text={words.text}
      isMine={!entry.mayApprove}
      approve={words.approve}
    >
      <Text weight="semibold" className={surface.breakable}>
        {words.callBack}
      </Text>
      <section className={surface.card}>
        <SectionTitle>{words.title}</SectionTitle>
        <span className={surface.id} translate="no">
          {entry.entity}
        </span>
        <dl className={styles.facts}>
          {factsOf(entry).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
        <div className={mergeClasses(styles.quiet, surface.small, surface.quiet, surface.breakable)}>
          <span>{shared.prepared(entry.preparedBy, entry.preparedAt)}</span>
          <span>{shared.from(entry.source.workbook, entry.source.sheet)}</span>
          <span>{shared.expires(entry.expiresAt)}</span>
        </div>
      </section>
      <section className={surface.card}>
        <SectionTitle>{words.presentNow}</SectionTitle>
        {entry.presentNow === null && <Text size={200}>{words.presentUnknown}</Text>}
        {entry.presentNow?.length === 0 && <Text size={200}>{words.presentNone}</Text>}
        {(entry.presentNow ?? []).map(({ id, name }) => (
          <div key={id}>
            <Text block className={surface.breakable}>
              {name ?? words.unnamed}
            </Text>
            <span className={surface.id} translate="no">
              {id}
            </span>
          </div>
        ))}
      </section>
    </SealedFrame>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <>
      <dt className={mergeClasses(surface.quiet, surface.small)}>{name}</dt>
      <dd className={mergeClasses(styles.fact, surface.breakable)}>{value}</dd>
    </>
  );
}

/** What the instructions say, without what they leave blank. */
function factsOf({ instructions }: SealedRegistration): [name: string, value: string][] {
  const { fields } = registering.approvals;
  const { address } = instructions;
  const joined = (parts: readonly (string | null)[], by: string) =>
    parts.filter((part) => part !== null && part !== '').join(by);
  const lines = joined(
    [instructions.instructionsLine1, instructions.instructionsLine2, instructions.instructionsLine3],
    ' / ',
  );
  const facts: [string, string | null][] = [
    [fields.type, registering.types[instructions.type]],
    [fields.beneficiaryName, instructions.beneficiaryName],
    [fields.account, shownEnding(instructions.accountEnding)],
    [fields.routingNumber, instructions.routingNumber],
    [fields.swiftCode, instructions.swiftCode],
    [fields.bankName, instructions.bankName],
    [fields.branchCode, instructions.branchCode],
    [fields.address, address === null ? null : joined(Object.values(address), ', ')],
    [fields.intermediary, joined([instructions.intermediaryName, instructions.intermediarySwiftCode], ', ')],
    [fields.instructions, lines],
    [fields.externalReference, instructions.externalReference],
  ];
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
}
