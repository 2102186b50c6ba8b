# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where hugger is built: on the host itself when it is new enough, else in a private Debian 13
# root under the user's cache folder. Sourced by ./dev, which defines say, die and SOURCE.
#
#   root_setup         makes sure that there is a place to build in
#   enter CMD ARGS...  runs a command there, with this terminal, folder and environment
#   enter_exec ...     the same as the last act: signals and the exit code pass through

DEV_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/hugger-dev"
PACKAGE_LIST="$SOURCE/packaging/devroot/packages.txt"
ROOT_SUITE=trixie
ROOT=''             # the private root; empty when the host itself is used
ROOT_STAMP=''       # names the set-up; what is made inside it (a venv) is keyed by it

packages() { sed -e 's/#.*//' "$PACKAGE_LIST" | xargs -n 1; }

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo -n "$@" 2>/dev/null || { [[ -t 0 ]] && sudo "$@"; }
    fi
}

# apt_install PACKAGE...: on the host. Says the command where it cannot be run from here.
apt_install() {
    local command="apt-get install -y --no-install-recommends $*"
    command -v apt-get >/dev/null || die "Missing on this machine: $*. Install them with your package manager, then try again."
    say "installing on this machine: $*"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # the words of the command
    as_root $command >&2 </dev/null || { as_root apt-get update >&2 </dev/null && as_root $command >&2 </dev/null; } ||
        die "Could not install what is missing. Run this, then try again:" "  sudo $command"
}

# New enough: Debian 13, Ubuntu 25.04, or any host that already has everything in the right versions.
host_is_new_enough() {
    local id='' version=''
    # shellcheck disable=SC1091 # a file of the host
    [[ ! -r /etc/os-release ]] || { id="$(. /etc/os-release; echo "${ID:-}")"; version="$(. /etc/os-release; echo "${VERSION_ID:-}")"; }
    case "$id" in
        debian) [[ -z $version || ${version%%.*} -ge 13 ]] && return ;;
        ubuntu) [[ ${version/./} -ge 2504 ]] && return ;;
    esac
    command -v g++ cmake ninja pkg-config >/dev/null &&
        [[ $(g++ -dumpversion | cut -d. -f1) -ge 14 ]] &&
        pkg-config --atleast-version=6.8 Qt6Core Qt6Network Qt6Sql Qt6HttpServer 2>/dev/null &&
        pkg-config --exists openssl libzstd
}

host_setup() {
    local stamp="$DEV_CACHE/host.stamp" missing
    [[ $(cat "$stamp" 2>/dev/null) != "$ROOT_STAMP" ]] || return 0
    if command -v dpkg-query >/dev/null; then
        missing="$(comm -23 <(packages | sort -u) \
            <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u))"
        # shellcheck disable=SC2086 # package names
        [[ -z $missing ]] || apt_install ${missing//$'\n'/ }
    fi
    mkdir -p "$DEV_CACHE"
    echo "$ROOT_STAMP" >"$stamp"
}

root_setup() {
    ROOT_STAMP="$(packages | sha256sum | cut -c1-12)"
    case "${HUGGER_DEV_ROOT:-auto}" in
        host) host_setup; return ;;
        private) ;;
        auto) if host_is_new_enough; then host_setup; return; fi ;;
        *) die "HUGGER_DEV_ROOT is \"host\" or \"private\", not \"$HUGGER_DEV_ROOT\"." ;;
    esac
    ROOT_STAMP="$ROOT_SUITE-$ROOT_STAMP"
    ROOT="$DEV_CACHE/root-$ROOT_STAMP"
    [[ -e $ROOT/.hugger-dev ]] || root_make
    # Held as long as we and what we started live: a newer set-up does not remove a root from under its users.
    exec 7<"$ROOT/.hugger-dev"
    flock -s 7
}

# Two at once: the second waits for the first. A root has its name only when it is whole.
root_make() {
    local start=$SECONDS
    mkdir -p "$DEV_CACHE"
    exec 8>"$DEV_CACHE/root.lock"
    flock -n 8 || { say "another ./dev is making the private Debian 13 root; waiting for it"; flock 8; }
    if [[ ! -e $ROOT/.hugger-dev ]]; then
        local tools=() new="$ROOT.new"
        command -v mmdebstrap >/dev/null || tools+=(mmdebstrap)
        command -v bwrap >/dev/null || tools+=(bubblewrap)
        [[ $EUID -eq 0 ]] || command -v newuidmap >/dev/null || tools+=(uidmap)
        [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || tools+=(debian-archive-keyring)
        [[ ${#tools[@]} -eq 0 ]] || apt_install "${tools[@]}"
        bwrap --ro-bind / / true 2>/dev/null || die_no_namespaces

        say "making a private Debian 13 root in $ROOT (about 1.5 GB; a minute or two, once)"
        root_remove "$new"
        root_debootstrap "$new" || { root_remove "$new"; die "Could not make the private root; the reason stands above. Check the network and the space in $DEV_CACHE, then try again."; }
        root_prepare "$new"
        mv "$new" "$ROOT"
        local old
        for old in "$DEV_CACHE"/root-*; do
            if [[ -d $old && $old != "$ROOT" ]] && root_unused "$old"; then root_remove "$old"; fi
        done
        # What was made in another root goes with it.
        for old in "$DEV_CACHE"/clients-* "$DEV_CACHE"/lint-*; do
            [[ $old == *"-$ROOT_STAMP"* ]] || rm -rf "$old"
        done
        say "made the private root in $((SECONDS - start)) s"
    fi
    exec 8>&-
}

die_no_namespaces() {
    die "This machine lets ordinary programs make no private root (bubblewrap cannot start)." \
        "On Ubuntu this allows it until the next start: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0" \
        "In a container, start it with --privileged, or use Debian 13 or newer, where no private root is needed."
}

# As an ordinary user the root is unpacked as that user, so that it can be changed and removed like any folder.
root_debootstrap() {
    local target="$1" list
    list="$(packages | paste -sd,)"
    local options=(--quiet --variant=apt --format=tar "--include=$list"
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "5"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*'
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright')
    mkdir -p "$target"
    (set -o pipefail; mmdebstrap "${options[@]}" "$ROOT_SUITE" - </dev/null |
        tar -x -C "$target" --no-same-owner --exclude=./dev) >&2
}

root_prepare() {
    local root="$1" file
    # Mount points for what the host lends; see bwrap_arguments.
    mkdir -p "$root/etc/ssl/certs"
    for file in resolv.conf hosts machine-id pip.conf npmrc ssl/certs/ca-certificates.crt; do
        [[ -e $root/etc/$file && ! -L $root/etc/$file ]] || { rm -f "$root/etc/$file"; : >"$root/etc/$file"; }
    done
    # An ordinary user has a name inside too.
    [[ $EUID -eq 0 ]] || {
        getent passwd "$EUID" >>"$root/etc/passwd"
        getent group "$(id -g)" >>"$root/etc/group"
    }
    : >"$root/.hugger-dev"
}

root_unused() { [[ ! -e $1/.hugger-dev ]] || flock -n -x "$1/.hugger-dev" true; }
root_remove() { [[ ! -e $1 ]] || { chmod -R u+rwX "$1" 2>/dev/null; rm -rf "$1"; }; }

# bind_if OPTION PATH [AS]: a file or folder of the host, where there is one
bind_if() { if [[ -e $2 ]]; then BWRAP+=("$1" "$2" "${3:-$2}"); fi; }

bwrap_arguments() {
    local entry name runtime="${XDG_RUNTIME_DIR:-/run/user/$EUID}"
    BWRAP=(--die-with-parent --ro-bind "$ROOT/usr" /usr --bind "$ROOT/etc" /etc --bind "$ROOT/var" /var
        --dev-bind /dev /dev --bind /proc /proc --ro-bind /sys /sys --dir /run)
    for name in bin sbin lib lib32 lib64 libx32; do
        [[ ! -L $ROOT/$name ]] || BWRAP+=(--symlink "$(readlink "$ROOT/$name")" "/$name")
    done
    # Every folder of the host that is not the system's own looks the same inside: home, /tmp, /mnt, /media, ...
    for entry in /*; do
        case "${entry#/}" in
            bin | boot | dev | etc | lib* | lost+found | nix | proc | run | sbin | snap | sys | usr | var | vmlinuz* | initrd*) ;;
            *) [[ ! -d $entry || -L $entry ]] || BWRAP+=(--bind "$entry" "$entry") ;;
        esac
    done
    bind_if --bind /var/tmp
    bind_if --bind /run/media
    bind_if --bind "$runtime"
    bind_if --bind /run/dbus
    for entry in "$HOME" "$SOURCE" "$PWD" "$DEV_CACHE"; do
        case "$entry" in /usr/* | /etc/* | /var/* | /run/*) bind_if --bind "$entry" ;; esac
    done

    # The network as the host sees it: names, certificates (an intercepting proxy has its own), registries.
    bind_if --ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf
    bind_if --ro-bind /etc/hosts
    bind_if --ro-bind /etc/machine-id
    bind_if --ro-bind /etc/pip.conf
    bind_if --ro-bind /etc/npmrc
    for entry in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem /etc/ssl/cert.pem; do
        [[ ! -s $entry ]] || { BWRAP+=(--ro-bind "$(readlink -f "$entry")" /etc/ssl/certs/ca-certificates.crt); break; }
    done
    for name in SSL_CERT_FILE CURL_CA_BUNDLE REQUESTS_CA_BUNDLE PIP_CERT NODE_EXTRA_CA_CERTS GIT_SSL_CAINFO; do
        entry="${!name:-}"
        case "$entry" in
            /etc/ssl/certs/ca-certificates.crt | '') ;;
            /etc/* | /usr/* | /var/*) bind_if --ro-bind "$entry" ;;
        esac
    done

    # Locales of the host are not there inside.
    BWRAP+=(--setenv LC_ALL C.UTF-8 --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin
        --setenv HUGGER_DEV_INSIDE 1)
    for name in LD_LIBRARY_PATH LD_PRELOAD PYTHONHOME PYTHONPATH QT_PLUGIN_PATH QT_QPA_PLATFORMTHEME GTK_MODULES NODE_PATH; do
        BWRAP+=(--unsetenv "$name")
    done
    BWRAP+=(--chdir "$PWD")
}

enter() {
    [[ -n $ROOT ]] || { "$@"; return; }
    local BWRAP
    bwrap_arguments
    bwrap "${BWRAP[@]}" -- "$@"
}

# bwrap stays between us and the command and would die of a Ctrl-C before it: it ignores signals, the command
# has its own way with them. A terminal signals the whole group by itself; one sent to ./dev alone is handed on.
enter_exec() {
    [[ -n $ROOT ]] || exec "$@"
    local BWRAP signals=INT,TERM,HUP,QUIT status=0
    bwrap_arguments
    env --ignore-signal=$signals bwrap "${BWRAP[@]}" -- env --default-signal=$signals "$@" <&0 &
    ENTERED=$!
    trap 'hand_on INT' INT
    trap 'hand_on TERM' TERM
    trap 'hand_on HUP' HUP
    while :; do
        wait "$ENTERED" && status=0 || status=$?
        kill -0 "$ENTERED" 2>/dev/null || break
    done
    exit "$status"
}

hand_on() {
    local stat child
    read -r stat </proc/$$/stat
    # After the name in brackets: state, ppid, pgrp, session, tty, foreground group of the terminal.
    read -r _ _ pgrp _ _ foreground _ <<<"${stat##*) }"
    [[ $1 != INT || $pgrp != "$foreground" ]] || return 0
    # The file ends without a line break, so read is false and right.
    read -r child _ </proc/"$ENTERED"/task/"$ENTERED"/children || true
    [[ -z $child ]] || kill -"$1" "$child" 2>/dev/null || true
}
