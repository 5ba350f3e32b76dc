-- Browsers whose policy has rejected items, whose queue lost events, or that let the guard see no page, by their last status.
SELECT browser, argMax(policy_rejected, at) AS rejected, argMax(lost, at) AS lost_events, argMax(sees, at) AS sees_pages, argMax(queued, at) AS waiting, argMax(length(policy_keys), at) AS keys
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.status'
GROUP BY browser
HAVING rejected > 0 OR lost_events > 0 OR sees_pages = 0
ORDER BY rejected DESC, lost_events DESC, browser;
