import { Button, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { TypedField } from './typed-field.tsx';
import { useSurface } from './use-surface.ts';

interface LinkByIdProps {
  label: string;
  hint: string;
  /** What is said of a text that is no such id. */
  wrong: string;
  button: string;
  /** What stands in the field before somebody types. */
  proposed?: string;
  isId: (text: string) => boolean;
  disabled: boolean;
  onLink: (id: string) => void;
}

const useStyles = makeStyles({ button: { alignSelf: 'flex-start' } });

/** Takes an id that somebody found in Nova; whether it is the right one, the proxy says. */
export function LinkById(props: LinkByIdProps) {
  const styles = useStyles();
  const surface = useSurface();
  const [text, setText] = useState(props.proposed ?? '');
  const id = text.trim();
  const isId = props.isId(id);
  return (
    <>
      <TypedField
        label={props.label}
        hint={props.hint}
        {...(id !== '' && !isId && { validationState: 'warning', validationMessage: props.wrong })}
      >
        <Input
          value={text}
          autoComplete="off"
          spellCheck={false}
          input={{ className: surface.id }}
          onChange={(_event, { value }) => setText(value)}
        />
      </TypedField>
      <Button
        className={styles.button}
        disabledFocusable={props.disabled || !isId}
        onClick={() => props.onLink(id)}
      >
        {props.button}
      </Button>
    </>
  );
}
