import { useEffect, useRef } from 'preact/hooks';

/** Opens a dialog over everything for as long as it is drawn; `onDismiss` hears Escape. */
export function useModal(onDismiss: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const own = dialog.current;
    own?.showModal();
    own?.addEventListener('close', onDismiss);
    return () => {
      own?.removeEventListener('close', onDismiss);
      // One that is taken out of the page, not closed, would leave the focus nowhere.
      own?.close();
    };
  }, []);
  return dialog;
}
