import { Button } from '@fluentui/react-components';
import { strings } from '../../words/index.ts';
import type { Elsewhere } from '../elsewhere.ts';
import { Message } from './message.tsx';

interface ElsewhereNoteProps {
  what: Elsewhere;
  disabled: boolean;
  onChangeOver: () => void;
}

/** The headers say that the table belongs to the other place. */
export function ElsewhereNote({ what, disabled, onChangeOver }: ElsewhereNoteProps) {
  const { places } = strings;
  return (
    <Message
      intent="info"
      text={places.looksLike[what]}
      actions={
        <Button size="small" disabledFocusable={disabled} onClick={onChangeOver}>
          {places.checkThere(places.names[what === 'payout' ? 'payouts' : 'registrations'])}
        </Button>
      }
    />
  );
}
