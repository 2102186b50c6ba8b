// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "watch/updatepreview.h"

namespace hugger {

/// What an update would bring, for a person.
void printPreview(Output& out, const UpdatePreview& preview);
/// That the license is another one: nobody should find out afterwards. Nothing when it is not.
void warnOfLicense(Output& out, const UpdatePreview& preview);

} // namespace hugger
