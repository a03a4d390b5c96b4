/** The page that Microsoft leads back to after a sign-in in a window of its own: it hands the answer to the pane. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

await broadcastResponseToMainFrame();
