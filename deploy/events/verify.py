"""Checks the signature of one post. Usage: verify.py KEY TIMESTAMP SIGNATURE < body; exit status 0 where it is genuine and fresh."""
import hashlib
import hmac
import sys
import time

FRESH_FOR = 300  # seconds: an old post that somebody sends again is refused


def is_genuine(key: str, timestamp: str, signature: str, body: bytes, now: float) -> bool:
    if not timestamp.isdigit() or abs(now - int(timestamp)) > FRESH_FOR:
        return False
    expected = hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest("sha256=" + expected, signature)


if __name__ == "__main__":
    key, timestamp, signature = sys.argv[1:4]
    sys.exit(0 if is_genuine(key, timestamp, signature, sys.stdin.buffer.read(), time.time()) else 1)
