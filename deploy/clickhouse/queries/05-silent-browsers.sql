-- Browsers that reported once and have been silent for three days, counted from the newest event of the fleet.
SELECT browser, max(at) AS last
FROM guard.events_once
GROUP BY browser
HAVING last < (SELECT max(at) FROM guard.events) - 3 * 86400
ORDER BY last, browser;
