import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** The least that an add-in with Fluent can be: Office.js, where the page has it, React, the provider, and one button. */
const root = createRoot(document.getElementById('root') ?? document.body);
if (typeof Office !== 'undefined') await Office.onReady();
root.render(
  createElement(FluentProvider, { theme: webLightTheme }, createElement(Button, { type: 'button' }, 'Ready')),
);
