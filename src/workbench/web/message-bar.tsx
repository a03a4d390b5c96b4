import { TriangleAlert, X } from 'lucide-react';

/** What was refused, under the ribbon, until something succeeds or it is closed. */
export function MessageBar({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div className="message-bar" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <span>{text}</span>
      <button type="button" className="icon-button" aria-label="Close message" onClick={onClose}>
        <X size={16} />
      </button>
    </div>
  );
}
