# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a JSON value, written a.b[0].c or [*].size."""

import re

GONE = object()
STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+|\*)\]")


def steps(path):
    found, at = [], 0
    while at < len(path):
        match = STEP.match(path, at)
        if not match:
            raise ValueError(f"not a path: {path}")
        name, index = match.groups()
        found.append(name if name is not None else (index if index == "*" else int(index)))
        at = match.end()
    return found


def change(value, path, new):
    """The value with `new` at the path (nothing there for GONE). Places that do not exist are left alone."""
    return _change(value, steps(path), new)


def _change(value, left, new):
    if not left:
        return new
    step, rest = left[0], left[1:]
    if isinstance(value, list):
        places = range(len(value)) if step == "*" else [step] if isinstance(step, int) and step < len(value) else []
        for n in reversed(places):
            if not rest and new is GONE:
                del value[n]
            else:
                value[n] = _change(value[n], rest, new)
    elif isinstance(value, dict):
        for name in list(value) if step == "*" else [step]:
            if not rest and new is GONE:
                value.pop(name, None)
            elif not rest or name in value:
                value[name] = _change(value.get(name), rest, new)
    return value
