-- Versions in the field, by each browser's last event.
SELECT version, browser_name, count() AS browsers
FROM (SELECT browser, argMax(version, at) AS version, argMax(browser_name, at) AS browser_name FROM guard.events_once GROUP BY browser)
GROUP BY version, browser_name
ORDER BY browsers DESC, version, browser_name;
