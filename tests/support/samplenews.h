// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/updatepreview.h"

namespace hugger {
class State;
}

namespace hugger::test {

/// What happened to the sample library, with what proves it; each of its repos was checked a while ago and is not due.
void addSampleEvents(State& state);

/// Two texts of a license, and what the card says of it: apache-2.0 became cc-by-nc-4.0.
[[nodiscard]] LicenseChange sampleLicenseChange();
/// What an update of quill/tiny-embed would bring.
[[nodiscard]] UpdatePreview sampleUpdate();

} // namespace hugger::test
