import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { officeTheme, onOfficeThemeChanged } from '../../excel/index.ts';
import { useMedia } from './use-media.ts';

/**
 * Dark where Office is dark; where Office does not say, as on the web, where the browser is. Forced colours are the
 * browser's: it puts the system's in place of the theme's.
 */
export function useTheme(): { theme: Theme; isDark: boolean } {
  const [office, setOffice] = useState(officeTheme);
  useEffect(() => onOfficeThemeChanged(setOffice), []);
  const isBrowserDark = useMedia('(prefers-color-scheme: dark)');
  const wantsContrast = useMedia('(prefers-contrast: more)');
  const isDark = office?.isDark ?? isBrowserDark;
  const theme = useMemo(() => {
    const usual = isDark ? webDarkTheme : webLightTheme;
    return wantsContrast ? contrasty(usual) : usual;
  }, [isDark, wantsContrast]);
  return { theme, isDark };
}

/** Fluent's own colours, none of the quiet ones: for who asked the system for more contrast, and kept its colours. */
function contrasty(theme: Theme): Theme {
  return {
    ...theme,
    colorNeutralForeground2: theme.colorNeutralForeground1,
    colorNeutralForeground3: theme.colorNeutralForeground1,
    colorNeutralForeground4: theme.colorNeutralForeground1,
    colorNeutralStroke1: theme.colorNeutralStrokeAccessible,
    colorNeutralStroke2: theme.colorNeutralStrokeAccessible,
    colorNeutralStroke3: theme.colorNeutralStrokeAccessible,
  };
}
