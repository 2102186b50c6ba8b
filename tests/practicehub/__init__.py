# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice Hugging Face Hub and its CDN, on loopback, with scriptable faults. See README.md."""
