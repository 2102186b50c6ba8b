#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-test.sh COMMAND ARGS...: runs a test in a home of its own that is gone afterwards.
set -euo pipefail

home="$(mktemp -d "${TMPDIR:-/tmp}/hugger-test.XXXXXX")"
trap 'chmod -R u+rwX "$home" 2>/dev/null || true; rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/tmp"

while IFS='=' read -r name _; do
    case "$name" in
        HF_* | HUGGINGFACE_* | HUGGING_FACE_* | *_proxy | *_PROXY | DBUS_SESSION_BUS_ADDRESS | DISPLAY | WAYLAND_DISPLAY) unset "$name" ;;
    esac
done < <(env)

here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
export HOME="$home" TMPDIR="$home/tmp"
export XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state"
export XDG_RUNTIME_DIR="$home/run"
export LANG=C.UTF-8 LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1:${ASAN_OPTIONS:-}"
export LSAN_OPTIONS="suppressions=$here/lsan.supp:print_suppressions=0:${LSAN_OPTIONS:-}"
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
export TSAN_OPTIONS="suppressions=$here/tsan.supp:halt_on_error=1:${TSAN_OPTIONS:-}"

"$@" </dev/null
