import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CloudOffRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { strings } from '../../words/index.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { StateMessage } from './state-message.tsx';

interface SignInScreenProps {
  busy: boolean;
  /** True when work waits behind this screen. */
  resumes: boolean;
  /** By a one-time code, or by an account at Microsoft; null while the server has not said so. */
  way: 'code' | 'account' | null;
  onSignIn: (code: string) => void;
  onAccount: () => void;
  /** Asks again with the sign-in that is still there; null when there is none. */
  onRetry: (() => void) | null;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  code: { fontFamily: tokens.fontFamilyMonospace, letterSpacing: '0.1em' },
});

export function SignInScreen(props: SignInScreenProps) {
  switch (props.way) {
    case null:
      return <WaitingScreen {...props} />;
    case 'account':
      return <AccountScreen {...props} />;
    case 'code':
      return <CodeScreen {...props} />;
  }
}

function WaitingScreen({ busy, onRetry }: SignInScreenProps) {
  const { signIn } = strings;
  return (
    <Screen>
      <StateMessage icon={<CloudOffRegular />} title={signIn.waitTitle} text={signIn.waitText}>
        {onRetry !== null && (
          <Button disabledFocusable={busy} onClick={onRetry}>
            {signIn.retry}
          </Button>
        )}
      </StateMessage>
    </Screen>
  );
}

function AccountScreen({ busy, resumes, onAccount, onRetry }: SignInScreenProps) {
  const { signIn } = strings;
  return (
    <Screen>
      <ScreenHeading title={signIn.title}>
        {resumes ? `${signIn.accountText} ${signIn.resume}` : signIn.accountText}
      </ScreenHeading>
      <Button appearance="primary" size="large" disabledFocusable={busy} onClick={onAccount}>
        {signIn.account}
      </Button>
      {onRetry !== null && (
        <Button disabledFocusable={busy} onClick={onRetry}>
          {signIn.retry}
        </Button>
      )}
    </Screen>
  );
}

function CodeScreen({ busy, resumes, onSignIn, onRetry }: SignInScreenProps) {
  const styles = useStyles();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '' && !busy) onSignIn(code.trim());
  };
  return (
    <Screen>
      <ScreenHeading title={strings.signIn.title} takesFocus={false}>
        {resumes ? `${strings.signIn.text} ${strings.signIn.resume}` : strings.signIn.text}
      </ScreenHeading>
      <form className={styles.form} onSubmit={submit}>
        <Field label={strings.signIn.code} size="large">
          <Input
            autoFocus
            size="large"
            autoComplete="one-time-code"
            spellCheck={false}
            value={code}
            input={{ className: styles.code, autoCapitalize: 'characters' }}
            onChange={(_event, data) => setCode(data.value)}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          size="large"
          disabledFocusable={code.trim() === '' || busy}
        >
          {strings.signIn.button}
        </Button>
        {onRetry !== null && (
          <Button disabledFocusable={busy} onClick={onRetry}>
            {strings.signIn.retry}
          </Button>
        )}
      </form>
    </Screen>
  );
}
