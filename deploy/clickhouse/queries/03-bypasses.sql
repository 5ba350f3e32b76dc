-- Who went on in spite of a warning, trusted a host or paused the guard: where, and why they say.
SELECT at, browser, domain, level, action, reason
FROM guard.events_once
WHERE (dataset = 'pos_signup_guard.decision' AND action = 'proceeded') OR (dataset = 'pos_signup_guard.change' AND action IN ('trustAdded', 'paused'))
ORDER BY at DESC, id;
