-- Who was nearly robbed: browsers that met a dangerous page which asked for documents, cards or codes, the most often first.
SELECT browser, uniqExact(assessment) AS pages, groupUniqArray(domain) AS domains, max(at) AS last
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.verdict' AND level = 'danger' AND notEmpty(asks)
GROUP BY browser
ORDER BY pages DESC, browser
LIMIT 100;
