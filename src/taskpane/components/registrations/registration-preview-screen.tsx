import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RegistrationKind, Session } from '../../../contract/index.ts';
import { compareNames, type CellPosition, type RegistrationPlan } from '../../../domain/index.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { countOf, submissionOf, type RegistrationSubmission } from '../../registrations/submission.ts';
import { registering, strings } from '../../../words/index.ts';
import type { Busy } from '../../state.ts';
import { whyNotRegister } from '../../why-not.ts';
import { ActionButton } from '../action-button.tsx';
import { CardList } from '../card-list.tsx';
import { Message } from '../message.tsx';
import { GroupCard } from '../group-card.tsx';
import { WithHelp } from '../help.tsx';
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
  onLeave: () => void;
  onLink: OnLink;
  onJump: (cell: CellPosition) => void;
}

/** Exactly what will be registered, what will not and why, before anything is. */
export function RegistrationPreviewScreen(props: RegistrationPreviewScreenProps) {
  const { reading, plan, session } = props;
  const { kind } = reading;
  const submission = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const many = submission.toSend.length;
  const beside = textsBeside(submission);
  const why = many === 0 ? null : whyNotRegister(session, submission, reading);
  return (
    <Screen why={why} actions={<PreviewActions {...props} submission={submission} isOpen={why === null} />}>
      <ScreenHeading title={many === 0 ? registering.preview.nothing : registering.preview.title(kind, many)}>
        {many === 0 ? nothingText(submission) : beside.length > 0 ? beside.join(' ') : undefined}
      </ScreenHeading>
      {many > 0 && kind === 'payment-instructions' && (
        <WithHelp topic="second-person-details">
          <Text size={200}>{registering.preview.secondPersonRule}</Text>
        </WithHelp>
      )}
      <CardList
        items={submission.groups}
        label={registering.preview.cards}
        estimatedHeightPx={180}
        keyOf={({ registration }) => registration.key}
        renderItem={(group) => <RegistrationGroup {...props} kind={kind} group={group} />}
      />
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
          {entity !== null && (
            <span className={surface.id} translate="no">
              {entity}
            </span>
          )}
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
      {known?.found === 'no' && (
        <Message said="never" intent="error" text={registering.preview.unknownEntity} />
      )}
      {known?.found === 'yes' &&
        otherNames(group, known.name).map((name) => (
          <Message
            key={name}
            said="never"
            intent="warning"
            text={registering.preview.otherName(name, known.name)}
          />
        ))}
      {countOf(known) > 0 && group.isSent && (
        <Message said="never" intent="info" text={registering.preview.secondPerson(countOf(known))} />
      )}
    </GroupCard>
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

function nothingText(submission: RegistrationSubmission): string {
  const { acceptedBefore, held } = submission;
  const { preview } = registering;
  const texts = [
    ...(held.length > 0 ? [preview.nothingButHeld(held.length)] : []),
    ...textsBeside(submission),
    ...(held.length === 0 && acceptedBefore.length > 0 ? [preview.nothingButIds(acceptedBefore.length)] : []),
  ];
  return texts.length === 0 ? preview.nothingText : texts.join(' ');
}

/** What is not registered by this step, and in no figure of it. */
function textsBeside({ waiting, otherMode }: RegistrationSubmission): string[] {
  const { preview } = registering;
  return [
    ...(waiting.length > 0 ? [preview.waiting(waiting.length)] : []),
    ...(otherMode.length > 0 ? [preview.otherMode(otherMode.length)] : []),
  ];
}

interface PreviewActionsProps extends RegistrationPreviewScreenProps {
  submission: RegistrationSubmission;
  /** Nothing is known to be in the way. */
  isOpen: boolean;
}

function PreviewActions({ submission, isOpen, busy, reading, ...props }: PreviewActionsProps) {
  const isBusy = busy !== null;
  const { toSend, acceptedBefore } = submission;
  return (
    <>
      <ActionButton label={registering.preview.back} disabled={isBusy} onClick={props.onBack} />
      {toSend.length > 0 && (
        <ActionButton
          primary
          label={registering.preview.continue(reading.kind, toSend.length)}
          disabled={isBusy || !isOpen}
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
      {toSend.length === 0 && acceptedBefore.length === 0 && (
        <ActionButton primary label={strings.result.leave} disabled={isBusy} onClick={props.onLeave} />
      )}
    </>
  );
}
