// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * A storage area, with changes one after the other: the worker does several things at a time, and "read, change, write"
 * of one must not lose what another wrote. Nothing is kept in memory: the worker may end at any moment.
 */
export class Kept {
    #area;
    #last = Promise.resolve();

    constructor(area) {
        this.#area = area;
    }

    async get(key, otherwise) {
        return (await this.#area.get(key))[key] ?? otherwise;
    }

    /** Writes what `change` makes of the value; undefined removes it. Gives what was written. */
    change(key, otherwise, change) {
        const run = async () => {
            const value = await change(structuredClone(await this.get(key, otherwise)));
            if (value === undefined)
                await this.#area.remove(key);
            else
                await this.#area.set({ [key]: value });
            return value;
        };
        const result = this.#last.then(run);
        this.#last = result.catch(() => {});
        return result;
    }

    set(key, value) {
        return this.change(key, undefined, () => value);
    }

    remove(key) {
        return this.change(key, undefined, () => undefined);
    }
}
