-- What the pages asked for.
SELECT kind, count() AS times, uniqExact(browser) AS browsers
FROM guard.events_once
ARRAY JOIN asks AS kind
WHERE dataset = 'pos_signup_guard.verdict'
GROUP BY kind
ORDER BY times DESC, kind;
