-- Which institutions were imitated most.
SELECT invokes AS institution, uniqExact(assessment) AS pages, uniqExact(domain) AS domains, uniqExact(browser) AS browsers
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.verdict' AND invokes != ''
GROUP BY institution
ORDER BY pages DESC, institution;
