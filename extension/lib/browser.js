// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

const systems = { linux: "Linux", mac: "macOS", win: "Windows", android: "Android", cros: "ChromeOS", openbsd: "BSD" };
const brands = ["Microsoft Edge", "Brave", "Opera", "Vivaldi", "Google Chrome", "Chromium"];

/** "Firefox on Linux": how this browser introduces itself to hugger. */
export async function browserName(api) {
    const { os } = await api.runtime.getPlatformInfo();
    return `${await program(api)} on ${systems[os] ?? "a computer"}`;
}

async function program(api) {
    if (api.runtime.getBrowserInfo)
        return (await api.runtime.getBrowserInfo()).name;
    const own = (globalThis.navigator?.userAgentData?.brands ?? []).map(({ brand }) => brand);
    const name = brands.find((brand) => own.includes(brand)) ?? "A browser";
    return name === "Google Chrome" ? "Chrome" : name;
}

/** Chrome can forbid extensions, too, to reach this computer; the permission's name has changed over time. */
export async function isLoopbackDenied(permissions) {
    for (const name of ["loopback-network", "local-network-access"]) {
        try {
            return (await permissions.query({ name })).state === "denied";
        } catch {
            // Not known to this browser.
        }
    }
    return false;
}
