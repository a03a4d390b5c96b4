import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { TableCellEditRegular } from '@fluentui/react-icons';
import type { CurrencyTotal } from '../../domain/index.ts';
import { judgeControlTotal } from '../control-total.ts';
import { strings } from '../../words/index.ts';
import { WithHelp } from './help.tsx';
import { TypedField } from './typed-field.tsx';
import { useSurface } from './use-surface.ts';

interface ControlTotalFieldProps {
  total: CurrencyTotal;
  text: string;
  /** With several currencies each button says which one it takes. */
  isOnly: boolean;
  takesFocus: boolean;
  onType: (text: string) => void;
  onTake: () => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  // Two lines of message are reserved, so that nothing moves while the user types.
  field: { minHeight: '132px', alignContent: 'start' },
  input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  take: { alignSelf: 'flex-start', textAlign: 'start' },
});

export function ControlTotalField(props: ControlTotalFieldProps) {
  const styles = useStyles();
  const surface = useSurface();
  const { total, text } = props;
  const { label, take, takeFor } = {
    label: strings.confirm.field(total.currency),
    take: strings.confirm.take,
    takeFor: strings.confirm.takeFor(total.currency),
  };
  return (
    <div className={styles.root}>
      <TypedField label={label} size="large" className={styles.field} {...validationOf(text, total)}>
        <Input
          autoFocus={props.takesFocus}
          size="large"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          input={{ className: styles.input }}
          onChange={(_event, { value }) => props.onType(value)}
        />
      </TypedField>
      <WithHelp topic="control-total">
        <Button
          appearance="transparent"
          className={mergeClasses(surface.flush, styles.take)}
          icon={<TableCellEditRegular />}
          onClick={props.onTake}
        >
          {props.isOnly ? take : takeFor}
        </Button>
      </WithHelp>
    </div>
  );
}

/** A total that is still being typed is wrong too, but says so without alarm until it can be read. */
function validationOf(text: string, total: CurrencyTotal) {
  const judged = judgeControlTotal(text, total);
  switch (judged.verdict) {
    case 'empty':
      return {};
    case 'matches':
      return { validationState: 'success', validationMessage: strings.confirm.matches } as const;
    case 'unreadable':
      return { validationState: 'warning', validationMessage: judged.message } as const;
    case 'wrong':
      return { validationState: 'error', validationMessage: judged.message } as const;
  }
}
