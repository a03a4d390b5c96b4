import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { problemCodes, type CheckSettings, type ProblemCode } from '../../domain/index.ts';
import type { WorkbookNova } from '../../excel/index.ts';
import { oversight, rulesInWords, strings } from '../../words/index.ts';
import { WithHelp } from './help.tsx';
import { SectionTitle } from './section-title.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { TypedField } from './typed-field.tsx';
import { WithIds } from './with-ids.tsx';

interface SettingsDialogProps {
  settings: CheckSettings;
  /** On which Nova the workbook's ids are; null while it holds none. */
  workbookNova: WorkbookNova | null;
  opensWithWorkbook: boolean;
  onOpensWithWorkbook: (opens: boolean) => void;
  disabled: boolean;
  onSave: (settings: CheckSettings) => void;
  onRelease: () => void;
  onClose: () => void;
}

const warnings = (Object.keys(problemCodes) as ProblemCode[]).filter(
  (code) => problemCodes[code] === 'warning',
);

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    // The content scrolls; nothing in it is squeezed.
    '& > *': { flexShrink: 0 },
  },
  nova: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  currency: { width: '12em', gridTemplateColumns: 'minmax(0, 1fr)' },
  rule: { display: 'flex', flexDirection: 'column' },
  reason: { paddingInlineStart: '56px', marginTop: '-4px', color: tokens.colorNeutralForeground2 },
});

/** How strictly this workbook's payouts are judged. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { settings, workbookNova, disabled, onSave, onClose } = props;
  useFocusBack();
  const styles = useStyles();
  const [currency, setCurrency] = useState(settings.defaultCurrency);
  const [escalated, setEscalated] = useState<ReadonlySet<string>>(new Set(settings.escalated));
  const isCurrency = /^[A-Za-z]{3}$/.test(currency.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (disabled || !isCurrency) return;
    onSave({ ...settings, defaultCurrency: currency.trim().toUpperCase(), escalated: [...escalated] });
  };
  const turn = (code: string, isProblem: boolean) => {
    const next = new Set(escalated);
    if (isProblem) next.add(code);
    else next.delete(code);
    setEscalated(next);
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{strings.settings.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text size={200}>{strings.settings.text}</Text>
              <WithHelp topic="default-currency">
                <TypedField
                  label={strings.settings.currency}
                  hint={strings.settings.currencyHint}
                  className={styles.currency}
                  {...(!isCurrency && {
                    validationState: 'error',
                    validationMessage: strings.settings.currencyWrong,
                  })}
                >
                  <Input
                    value={currency}
                    maxLength={3}
                    autoComplete="off"
                    onChange={(_event, { value }) => setCurrency(value)}
                  />
                </TypedField>
              </WithHelp>
              <div>
                <SectionTitle>{strings.settings.rules}</SectionTitle>
                <Text size={200}>{strings.settings.rulesText}</Text>
              </div>
              {warnings.map((code) => (
                <div key={code} className={styles.rule}>
                  <Switch
                    label={rulesInWords()[code].title}
                    checked={escalated.has(code)}
                    onChange={(_event, { checked }) => turn(code, checked)}
                  />
                  <Text size={200} className={styles.reason}>
                    {rulesInWords()[code].reason}
                  </Text>
                </div>
              ))}
              <div className={styles.rule}>
                <SectionTitle>{strings.settings.workbook}</SectionTitle>
                <Switch
                  label={strings.settings.opens}
                  checked={props.opensWithWorkbook}
                  disabled={disabled}
                  onChange={(_event, { checked }) => props.onOpensWithWorkbook(checked)}
                />
                <Text size={200} className={styles.reason}>
                  {strings.settings.opensText}
                </Text>
              </div>
              {workbookNova !== null && (
                <div className={styles.nova}>
                  <Text>
                    <WithIds
                      text={oversight.bound.settings(
                        oversight.bound.name(workbookNova.mode, workbookNova.organizationId),
                      )}
                    />
                  </Text>
                  <Text size={200}>{oversight.bound.releaseHint}</Text>
                  <Button disabledFocusable={disabled} onClick={props.onRelease}>
                    {oversight.bound.release}
                  </Button>
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{strings.settings.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={disabled || !isCurrency}>
                {strings.settings.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
