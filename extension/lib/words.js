// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * Sentences, numbers and dates in the user's language. `getMessage` is i18n.getMessage. Numbers follow the language of
 * the messages, not the browser's: a browser in French shows English messages with English numbers.
 */
export function makeWords(getMessage) {
    const locale = getMessage("intl_locale") || "en";
    const plural = new Intl.PluralRules(locale);
    const number = (value, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

    const t = (key, ...values) => {
        const text = getMessage(key, values.map(String));
        if (!text)
            throw new Error(`no message "${key}"`);
        return text;
    };
    /** Messages KEY_one and KEY_other; the number is the first value. */
    const count = (key, n, ...values) =>
        t(`${key}_${plural.select(n) === "one" ? "one" : "other"}`, number(n), ...values);

    return {
        t,
        count,
        number,
        /** 1.2 GB, as the Hub shows sizes: in powers of 1000. */
        bytes(n) {
            const units = ["bytes", "kB", "MB", "GB", "TB", "PB"];
            let size = n;
            let unit = 0;
            while (size >= 999.5 && unit < units.length - 1) {
                size /= 1000;
                unit += 1;
            }
            return `${number(size, unit === 0 || size >= 99.95 ? 0 : 1)}\u00a0${units[unit]}`;
        },
        percent: (n) => t("percent", number(n)),
        /** "15 min left" */
        timeLeft(seconds) {
            if (seconds < 60)
                return t("left_soon");
            const minutes = Math.ceil(seconds / 60);
            if (minutes < 60)
                return t("left_minutes", number(minutes));
            const hours = Math.floor(minutes / 60);
            if (hours < 24)
                return t("left_hours", number(hours), number(minutes % 60));
            return count("left_days", Math.round(hours / 24));
        },
        /** "2 Nov 2026" */
        date(iso) {
            const at = new Date(iso);
            return Number.isNaN(at.getTime())
                ? "" : new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(at);
        },
        /** "today, 14:03" without the word for days that are not today */
        moment(at, now) {
            const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
            return new Intl.DateTimeFormat(locale, sameDay ? { timeStyle: "short" } : { dateStyle: "medium" }).format(at);
        },
        commit: (commit) => commit.slice(0, 7),
        /** 418 207: easier to compare by eye */
        code: (code) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`,
    };
}
