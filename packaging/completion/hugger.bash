# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for hugger

_hugger_held() {
    # What is held, as it is typed. Offline, and silent where there is no archive yet.
    "${COMP_WORDS[0]}" list --json 2>/dev/null | sed -n 's/.*"kind":"\([a-z]*\)".*"repo":"\([^"]*\)".*/\1 \2/p' |
        sed -e 's/^model //' -e 's/^dataset /datasets\//' -e 's/^space /spaces\//' | sort -u
}

_hugger_labels() {
    "${COMP_WORDS[0]}" stores --json 2>/dev/null | grep -o '"label":"[^"]*"' | cut -d '"' -f 4
}

_hugger_jobs() {
    "${COMP_WORDS[0]}" jobs --json 2>/dev/null | sed -n 's/.*"id":\([0-9]*\).*/\1/p'
}

_hugger_clients() {
    "${COMP_WORDS[0]}" pair --list --json 2>/dev/null | grep -o '"client":"[^"]*"' | cut -d '"' -f 4
}

_hugger() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" command='' words='' i
    local global='--profile --store --json --quiet --verbose --help --version'
    local types='new_commit ref_moved history_rewritten renamed gated ungated disabled gone back license_changed card_changed archived imported verified damaged removed restored'
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "${COMP_WORDS[i]}" in
            --profile | --store | --revision | --include | --exclude | --limit | --label | --port | --allow | --wait | --revoke | --type | --show | --every | --fetch-up-to | --last-copy | --format | --since | --split | --level | --as | --holdings) ((++i)) ;;
            -*) ;;
            *) command="${COMP_WORDS[i]}"; break ;;
        esac
    done
    case "$previous" in
        --profile) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        --store) mapfile -t COMPREPLY < <(compgen -W "$(_hugger_labels)" -- "$current"); return ;;
        --revoke) mapfile -t COMPREPLY < <(compgen -W "$(_hugger_clients)" -- "$current"); return ;;
        --type) mapfile -t COMPREPLY < <(compgen -W "$types" -- "$current"); return ;;
        --last-copy) mapfile -t COMPREPLY < <(compgen -W "$(_hugger_held)" -- "$current"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'folder tar tar.zst tar.gz zip' -- "$current"); return ;;
        --since | --holdings) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --revision | --include | --exclude | --limit | --label | --port | --allow | --wait | --show | --every | --fetch-up-to | --split | --level | --as) return ;;
    esac
    if [[ -z $command ]]; then
        words='archive list show files search verify repair check update watch export import remove restore jobs resume pause cancel retry stores token events serve pair doctor rebuild-catalog completion help'
        [[ $current != -* ]] || words="$global --add --minimized"
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    if [[ $current == -* ]]; then
        case "$command" in
            archive) words='--revision --include --exclude --dry-run' ;;
            list) words='--holdings' ;;
            show) words='--revision --statement' ;;
            files | verify | repair | check) words='--revision' ;;
            update) words='--revision --dry-run' ;;
            watch) words='--every --fetch-up-to' ;;
            search) words='--limit' ;;
            events) words='--limit --type --show' ;;
            export) words='--revision --format --since --split --level --dry-run' ;;
            import) words='--as --dry-run' ;;
            remove) words='--revision --all --now --yes --last-copy' ;;
            jobs) words='--all' ;;
            stores) words='--label' ;;
            serve) words='--port' ;;
            pair) words='--allow --wait --list --revoke' ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words $global" -- "$current")
        return
    fi
    case "$command" in
        archive | show | files | verify | repair | check | update | watch | remove | events) words="$(_hugger_held)" ;;
        export) words="$(_hugger_held) $(compgen -f -- "$current")" ;;
        import) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        resume | pause | cancel | retry) words="$(_hugger_jobs)" ;;
        stores)
            case "$previous" in
                stores) words='list add default rename forget' ;;
                default | rename | forget) words="$(_hugger_labels)" ;;
                add) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
            esac
            ;;
        token) words='status set check remove' ;;
        completion) words='bash zsh' ;;
        help) words='archive list show files search verify repair check update watch export import remove restore jobs resume pause cancel retry stores token events serve pair doctor rebuild-catalog completion help' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _hugger hugger
