CREATE DATABASE IF NOT EXISTS guard;

-- One row per event id: what a browser sends twice, because an answer was lost, is one row again after a merge, and at once in the view below.
CREATE TABLE IF NOT EXISTS guard.events
(
    `@timestamp` String,
    `ecs.version` String,
    `event.id` String,
    `event.module` String,
    `event.dataset` String,
    `event.kind` String,
    `event.category` String,
    `event.type` String,
    `event.action` String,
    `event.reason` String,
    `event.severity` UInt8,
    `agent.id` String,
    `agent.type` String,
    `agent.version` String,
    `user_agent.name` String,
    `user_agent.version` String,
    `url.domain` String,
    `url.registered_domain` String,
    `url.path` String,
    guard_facts String,
    guard_level String,
    guard_assessment String,
    guard_asks Array(String),
    guard_signals Array(String),
    guard_invokes String,
    guard_until String,
    guard_sees UInt8,
    guard_policy_keys Array(String),
    guard_policy_rejected UInt32,
    guard_queued UInt32,
    guard_lost UInt32,
    at DateTime MATERIALIZED parseDateTimeBestEffort(`@timestamp`)
)
ENGINE = ReplacingMergeTree()
PARTITION BY toYYYYMM(at)
ORDER BY (`event.dataset`, at, `event.id`);

-- Every event exactly once, under short names: what the queries read.
CREATE VIEW IF NOT EXISTS guard.events_once AS
SELECT
    at,
    `event.id` AS id,
    `event.dataset` AS dataset,
    `event.action` AS action,
    `event.reason` AS reason,
    `agent.id` AS browser,
    `agent.version` AS version,
    `user_agent.name` AS browser_name,
    `user_agent.version` AS browser_version,
    `url.domain` AS host,
    `url.registered_domain` AS domain,
    guard_facts AS facts,
    guard_level AS level,
    guard_assessment AS assessment,
    guard_asks AS asks,
    guard_signals AS signals,
    guard_invokes AS invokes,
    guard_sees AS sees,
    guard_policy_keys AS policy_keys,
    guard_policy_rejected AS policy_rejected,
    guard_queued AS queued,
    guard_lost AS lost
FROM guard.events FINAL;
