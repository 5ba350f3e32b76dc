interface NavigateEvent extends Event {
  userInitiated: boolean;
  formData: FormData | null;
  destination: { sameDocument: boolean };
}

/** Keeps the page's scripts from sending forms and from flooding the history; returns how to let them again. */
export function holdNavigation(): () => void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  const hold = (event: Event) => {
    const { userInitiated, formData, destination } = event as NavigateEvent;
    if (!userInitiated && (formData || destination.sameDocument)) event.preventDefault();
  };
  navigation?.addEventListener('navigate', hold);
  return () => navigation?.removeEventListener('navigate', hold);
}
