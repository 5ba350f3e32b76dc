-- Domains seen for the first time in the last seven days: candidates for a block.
SELECT domain, min(at) AS first, uniqExact(browser) AS browsers, max(level = 'danger') AS dangerous
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.verdict'
GROUP BY domain
HAVING first >= (SELECT max(at) FROM guard.events) - 7 * 86400
ORDER BY browsers DESC, domain;
