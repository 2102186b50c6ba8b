// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For a library that has only headers yet, or only a precompiled header: CMake wants one source.
