import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RegistrationKind, Session } from '../../../contract/index.ts';
import { compareNames, type CellPosition, type RegistrationPlan } from '../../../domain/index.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { countOf, submissionOf, type RegistrationSubmission } from '../../registrations/submission.ts';
import { registering } from '../../registration-strings.ts';
import type { Busy } from '../../state.ts';
import { ActionButton } from '../action-button.tsx';
import { GroupCard } from '../group-card.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { Screen } from '../screen.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useSurface } from '../use-surface.ts';
import { ItemList, type OnLink } from './item-list.tsx';

interface RegistrationPreviewScreenProps {
  reading: RegistrationReading;
  plan: RegistrationPlan;
  session: Session;
  busy: Busy | null;
  onBack: () => void;
  onContinue: () => void;
  onWriteIds: () => void;
  onLink: OnLink;
  onJump: (cell: CellPosition) => void;
}

/** Exactly what will be registered, what will not and why, before anything is. */
export function RegistrationPreviewScreen(props: RegistrationPreviewScreenProps) {
  const { reading, plan, session } = props;
  const { kind } = reading;
  const submission = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const many = submission.toSend.length;
  const mayRegister = session.roles.includes('preparer');
  return (
    <Screen actions={<PreviewActions {...props} submission={submission} mayRegister={mayRegister} />}>
      <ScreenHeading title={many === 0 ? registering.preview.nothing : registering.preview.title(kind, many)}>
        {many === 0 ? nothingText(submission) : undefined}
      </ScreenHeading>
      {many > 0 && !mayRegister && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{registering.preview.noPreparer}</MessageBarBody>
        </MessageBar>
      )}
      {many > 0 && kind === 'payment-instructions' && (
        <Text size={200}>{registering.preview.secondPersonRule}</Text>
      )}
      {submission.groups.map((group) => (
        <RegistrationGroup key={group.registration.key} {...props} kind={kind} group={group} />
      ))}
      {reading.check.registered.length > 0 && (
        <div>
          <SectionTitle>{registering.preview.alreadyTitle(reading.check.registered.length)}</SectionTitle>
          <Text block size={200}>
            {registering.preview.alreadyText}
          </Text>
        </div>
      )}
    </Screen>
  );
}

interface RegistrationGroupProps extends RegistrationPreviewScreenProps {
  kind: RegistrationKind;
  group: RegistrationSubmission['groups'][number];
}

/** The rows of one entity; of entities and contacts those of one request. */
function RegistrationGroup({ reading, kind, group, ...props }: RegistrationGroupProps) {
  const surface = useSurface();
  const { registration } = group.registration;
  const entity = registration.kind === 'payment-instructions' ? registration.entity : null;
  const known = entity === null ? undefined : reading.entities[entity];
  return (
    <GroupCard
      title={group.registration.title}
      facts={
        <>
          {entity !== null && <span className={surface.id}>{entity}</span>}
          {known?.found === 'yes' && (
            <span className={surface.breakable}>{registering.preview.legalName(known.name)}</span>
          )}
        </>
      }
      detailsLabel={registering.preview.items(kind, group.items.length)}
      startsOpen
      details={() => (
        <ItemList
          label={registering.preview.show(group.registration.title)}
          items={group.items}
          reading={reading}
          isAdmin={props.session.roles.includes('admin')}
          disabled={props.busy !== null}
          onLink={props.onLink}
          onJump={props.onJump}
        />
      )}
    >
      {known?.found === 'no' && <Note intent="error" text={registering.preview.unknownEntity} />}
      {known?.found === 'yes' &&
        otherNames(group, known.name).map((name) => (
          <Note key={name} intent="warning" text={registering.preview.otherName(name, known.name)} />
        ))}
      {countOf(known) > 0 && group.isSent && (
        <Note intent="info" text={registering.preview.secondPerson(countOf(known))} />
      )}
    </GroupCard>
  );
}

function Note({ intent, text }: { intent: 'error' | 'warning' | 'info'; text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** What the sheet calls the entity, or who the account belongs to, where Nova says something else. */
function otherNames({ items }: RegistrationSubmission['groups'][number], legalName: string): string[] {
  const names = items.flatMap(({ row: { content } }) =>
    content.kind === 'payment-instructions' ? [content.entityName, content.item.beneficiaryName] : [],
  );
  const known = names.filter((name) => name !== null);
  return [...new Set(known)].filter((name) => compareNames(name, legalName) === 'differs');
}

function nothingText({ acceptedBefore, held }: RegistrationSubmission): string {
  if (held.length > 0) return registering.preview.nothingButHeld(held.length);
  return acceptedBefore.length > 0
    ? registering.preview.nothingButIds(acceptedBefore.length)
    : registering.preview.nothingText;
}

interface PreviewActionsProps extends RegistrationPreviewScreenProps {
  submission: RegistrationSubmission;
  mayRegister: boolean;
}

function PreviewActions({ submission, mayRegister, busy, ...props }: PreviewActionsProps) {
  const isBusy = busy !== null;
  const { toSend, acceptedBefore } = submission;
  return (
    <>
      <ActionButton label={registering.preview.back} disabled={isBusy} onClick={props.onBack} />
      {toSend.length > 0 && (
        <ActionButton
          primary
          label={registering.preview.continue}
          disabled={isBusy || !mayRegister}
          onClick={props.onContinue}
        />
      )}
      {toSend.length === 0 && acceptedBefore.length > 0 && (
        <ActionButton
          primary
          label={registering.preview.writeIds(acceptedBefore.length)}
          disabled={isBusy}
          onClick={props.onWriteIds}
        />
      )}
    </>
  );
}
