-- Browsers whose policy has rejected items, or whose queue lost events, by their last status.
SELECT browser, argMax(policy_rejected, at) AS rejected, argMax(lost, at) AS lost_events, argMax(queued, at) AS waiting, argMax(length(policy_keys), at) AS keys
FROM guard.events_once
WHERE dataset = 'pos_signup_guard.status'
GROUP BY browser
HAVING rejected > 0 OR lost_events > 0
ORDER BY rejected DESC, lost_events DESC, browser;
