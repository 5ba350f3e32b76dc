-- Which signals fire, and on how many domains: where false alarms would show.
SELECT signal, count() AS times, uniqExact(domain) AS domains
FROM guard.events_once
ARRAY JOIN signals AS signal
WHERE dataset = 'pos_signup_guard.verdict'
GROUP BY signal
ORDER BY times DESC, signal;
