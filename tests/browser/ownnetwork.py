#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ownnetwork.py COMMAND ARGS...: runs it where there is only a loopback of its own.

Other tests open hugger on the very ports that the extension looks at, and no browser here has any business outside.
"""

import fcntl
import os
import socket
import struct
import sys

SIOCSIFFLAGS = 0x8914
UP_AND_RUNNING = 0x1 | 0x40


def alone():
    user, group = os.geteuid(), os.getegid()
    try:
        os.unshare(os.CLONE_NEWNET)
    except PermissionError:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
        for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", UP_AND_RUNNING))


try:
    alone()
except OSError as error:
    print(f"ownnetwork: this machine gives no network of its own ({error}); using its loopback", file=sys.stderr)
os.execvp(sys.argv[1], sys.argv[1:])
