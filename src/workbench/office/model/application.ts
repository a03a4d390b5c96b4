import { invalidArgument } from '../api-error.ts';
import { constant, type WireClass } from '../wire-class.ts';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/**
 * The engine always calculates: the mode is remembered and answered, and the suspensions until the next sync, which
 * only save time in Excel, are accepted.
 */
export const applicationClass: WireClass<'Application'> = {
  properties: {
    CalculationMode: {
      get: (_self, host) => host.calculationMode,
      set: (_self, value, host) => {
        const mode = CALCULATION_MODES.find((known) => known === value);
        if (!mode) throw invalidArgument();
        host.calculationMode = mode;
      },
    },
    CalculationState: constant('Done'),
    CalculationEngineVersion: constant(191029),
    DecimalSeparator: constant('.'),
    ThousandsSeparator: constant(','),
    UseSystemSeparators: constant(true),
  },
  methods: {
    Calculate: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** `context.runtime`. */
export const runtimeClass: WireClass<'Runtime'> = {
  properties: {
    EnableEvents: {
      get: (_self, host) => host.events.enabled,
      set: (_self, value, host) => {
        if (typeof value !== 'boolean') throw invalidArgument();
        host.events.enabled = value;
      },
    },
  },
};

/** Told by the client once, when it can take commands of the ribbon. */
export const addinInternalServiceClass: WireClass<'AddinInternalService'> = {
  methods: { NotifyActionHandlerReady: () => null },
};
