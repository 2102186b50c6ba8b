# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rate limits as the Hub counts them: three buckets, fixed windows, one count per user or address."""

import time

REAL = {
    "anonymous": {"api": 500, "resolvers": 3000, "pages": 100},
    "free": {"api": 1000, "resolvers": 5000, "pages": 200},
    "pro": {"api": 2500, "resolvers": 12000, "pages": 400},
    "enterprise": {"api": 6000, "resolvers": 50000, "pages": 600},
}
OFF = 100_000_000


class RateLimits:
    def __init__(self):
        self.quotas = {}     # plan -> bucket -> quota; a missing one is as good as none
        self.window = 300
        self.used = {}       # (who, bucket) -> [start of window, requests]

    def real(self):
        self.quotas = {plan: dict(quotas) for plan, quotas in REAL.items()}
        self.window = 300
        self.used = {}

    def off(self):
        self.quotas = {}
        self.used = {}

    def change(self, quotas=None, window=None):
        """`quotas` is {bucket: n} for everybody or {plan: {bucket: n}}."""
        if quotas is not None:
            if any(isinstance(value, dict) for value in quotas.values()):
                self.quotas = {plan: dict(value) for plan, value in quotas.items()}
            else:
                self.quotas = {plan: dict(quotas) for plan in REAL}
        if window is not None:
            self.window = window
        self.used = {}

    def count(self, who, plan, bucket):
        """(allowed, headers). A request that is refused is not counted."""
        quota = self.quotas.get(plan, {}).get(bucket, OFF)
        now = time.monotonic()
        slot = self.used.get((who, bucket))
        if slot is None or now - slot[0] >= self.window:
            slot = self.used[(who, bucket)] = [now, 0]
        allowed = slot[1] < quota
        if allowed:
            slot[1] += 1
        left = int(slot[0] + self.window - now + 0.999)
        return allowed, {"RateLimit": f'"{bucket}";r={max(0, quota - slot[1])};t={left}',
                         "RateLimit-Policy": f'"fixed window";"{bucket}";q={quota};w={self.window}'}
