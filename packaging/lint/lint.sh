#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh BUILD CACHE [--fix]: every check that is not a test. ./dev lint calls it, inside, at the top of the sources;
# BUILD has the compile commands, CACHE remembers which sources passed. --fix rewrites what is only a matter of format.
set -euo pipefail

build="$1" cache="$2" fix="${3:-}"
failed=()

# A checkout may belong to somebody else (root in CI): git is told that this one is meant.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0="$PWD"

# step NAME COMMAND...: all of them run, so that one look shows everything
step() {
    local name="$1" start=$SECONDS
    shift
    printf 'lint: %s\n' "$name"
    "$@" || failed+=("$name")
    [[ $((SECONDS - start)) -lt 2 ]] || printf 'lint: %s took %s s\n' "$name" "$((SECONDS - start))"
}

# The files of the project: known to git, or new and not ignored.
files() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do [[ ! -f $file ]] || printf '%s\n' "$file"; done; }

format() {
    local sources bad
    sources="$(files 'core/*.cpp' 'core/*.h' 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h' 'cmake/*.h' 'cmake/*.cpp')"
    if [[ $fix == --fix ]]; then
        xargs -r clang-format -i <<<"$sources"
        return
    fi
    bad="$(xargs -r clang-format --dry-run <<<"$sources" 2>&1 | sed -nE 's/^([^ :]+):[0-9]+:[0-9]+: warning: .*/\1/p' | sort -u)"
    [[ -z $bad ]] || { printf '%s\n' "$bad" './dev lint --fix formats them.'; return 1; }
}

shell() {
    files | while read -r file; do
        if [[ $file == *.sh ]] || head -c 64 "$file" | head -n 1 | tr -d '\0' | grep -q '^#!.*\bbash$'; then printf '%s\n' "$file"; fi
    done | xargs -r shellcheck --external-sources
}

licenses() { reuse lint --quiet || { reuse lint --lines; return 1; }; }

# check_source FILE: clang-tidy and Clazy. What passed is not looked at again until it, a header or a rule changes.
check_source() {
    local file="$1" key said
    key="$cache/$( { printf '%s' "$rules"; cat "$file"; } | sha256sum | cut -c1-32)"
    [[ ! -e $key ]] || return 0
    if ! said="$(clang-tidy -p "$build" --quiet "$file" 2>/dev/null)"; then
        printf '%s\n' "${said:-clang-tidy could not read $file: $(clang-tidy -p "$build" --quiet "$file" 2>&1 | tail -n 5)}"
        return 1
    fi
    # Clazy ends with 0 whatever it finds.
    said="$(clazy-standalone --checks="$clazy_checks" --header-filter='/(core|app|ui)/' -p "$build" \
        --extra-arg-before=-include --extra-arg-before=QtNetwork/qnetworkcookie.h \
        --extra-arg-before=-Wno-unknown-warning-option "$file" 2>&1)" || { printf '%s\n' "$said"; return 1; }
    if grep -qE ': (warning|error): ' <<<"$said"; then
        printf '%s\n' "$said"
        return 1
    fi
    : >"$key"
}

sources() {
    mkdir -p "$cache"
    find "$cache" -type f -mtime +30 -delete
    export -f check_source
    export build cache clazy_checks=level0 rules
    rules="$( { files 'core/*.h' 'app/*.h' 'ui/*.h' | xargs -r cat; cat .clang-tidy cmake/HuggerCompile.cmake "$0"; } | sha256sum)"
    # shellcheck disable=SC2016 # expanded by the inner shell
    files 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp' | xargs -r -n 1 -P "$(nproc)" bash -c 'check_source "$1"' check_source
}

step "licenses" licenses
step "layering, sizes and habits" python3 packaging/lint/tree.py
step "shell" shell
step "format" format
step "clang-tidy and Clazy" sources

if [[ ${#failed[@]} -gt 0 ]]; then
    printf 'lint: failed: %s\n' "$(printf '%s; ' "${failed[@]}" | sed 's/; $//')"
    exit 1
fi
printf 'lint: all good\n'
