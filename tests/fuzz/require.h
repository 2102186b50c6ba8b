// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <cstdlib>

namespace hugger::fuzz {

/// What must hold for every input: ends the program when it does not, which libFuzzer reports with the input.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "It does not hold: %s\n", what);
    std::abort();
}

} // namespace hugger::fuzz
