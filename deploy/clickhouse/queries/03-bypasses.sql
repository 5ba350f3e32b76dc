-- Who went on in spite of a warning, where, and why they say.
SELECT at, browser, domain, level, action, reason
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.decision' AND action IN ('proceeded', 'trusted')
ORDER BY at DESC, id;
