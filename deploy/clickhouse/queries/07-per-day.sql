-- Warnings a day, and how many of them were heeded.
SELECT toDate(at) AS day, countIf(dataset = 'pos_signup_guard.verdict' AND level = 'danger') AS danger,
    countIf(dataset = 'pos_signup_guard.verdict' AND level = 'caution') AS caution,
    countIf(action IN ('left', 'acceptedSuggestion')) AS heeded, countIf(action IN ('proceeded', 'trusted')) AS passed
FROM guard.events_once
GROUP BY day
ORDER BY day;
